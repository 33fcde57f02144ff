using System.Security.Cryptography;
using LeadFunctions.Storage;
using Microsoft.Extensions.Options;

namespace LeadFunctions.Tests.Support;

/// <summary>Keys for sealing, as a setting holds them.</summary>
internal static class SealingKeys
{
    public static string New(string id) => $"{id}:{Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))}";

    /// <param name="keys">The newest first.</param>
    public static IOptions<SealingOptions> Of(params IEnumerable<string> keys)
    {
        var options = new SealingOptions();
        foreach (var key in keys)
        {
            options.Keys.Add(key);
        }

        return Options.Create(options);
    }
}
