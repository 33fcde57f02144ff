namespace LeadFunctions.Settings;

/// <summary>What can be told of a setting from its text, whoever reads it.</summary>
internal static class SettingText
{
    /// <summary>
    /// Whether a secret is not there: the platform leaves a Key Vault reference that it cannot resolve as it stands, and hands it over as
    /// if it were the secret (learn.microsoft.com/azure/app-service/app-service-key-vault-references).
    /// </summary>
    public static bool IsUnresolved(string text) => text.StartsWith("@Microsoft.KeyVault", StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads an absolute address at which nobody can listen in: https, or plain http on this machine.</summary>
    public static bool TryReadSafeAddress(string text, out Uri address) =>
        Uri.TryCreate(text, UriKind.Absolute, out address!)
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback));
}
