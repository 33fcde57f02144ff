using System.Security.Cryptography;

namespace LeadFunctions.Tests.Support;

/// <summary>Keys for sealing, as a setting holds them.</summary>
internal static class SealingKeys
{
    public static string New(string id) => $"{id}:{Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))}";
}
