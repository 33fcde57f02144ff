using System.Security.Cryptography;

namespace LeadFunctions.Tests.Support;

/// <summary>The setting by which the provider's reports are taken.</summary>
internal static class WebhookKeys
{
    private static readonly string PublicKey = Make();

    /// <summary>Reports come in.</summary>
    public static (string Name, string Value) Setting => ("SendGrid:WebhookPublicKeys:0", PublicKey);

    private static string Make()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return Convert.ToBase64String(key.ExportSubjectPublicKeyInfo());
    }
}
