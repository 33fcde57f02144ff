using LeadFunctions.Settings;

namespace LeadFunctions.Email;

/// <summary>The resource that the settings name.</summary>
/// <param name="Endpoint">Its address, ending in a slash.</param>
/// <param name="Key">Its access key; null when the app's own identity is used.</param>
internal sealed record AcsAccount(Uri Endpoint, byte[]? Key)
{
    /// <returns>Null when the settings name no resource, or not in a way that can be read.</returns>
    public static AcsAccount? Of(AcsOptions options) => options.Endpoint.Length > 0
        ? AddressIn(options.Endpoint) is { Scheme: "https" } endpoint ? new(endpoint, Key: null) : null
        : Parse(options.ConnectionString);

    private static AcsAccount? Parse(string connection)
    {
        var parts = connection
            .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(part => part.Split('=', 2))
            .Where(part => part.Length == 2)
            .ToLookup(part => part[0].ToLowerInvariant(), part => part[1]);
        return AddressIn(parts["endpoint"].FirstOrDefault()) is { } endpoint && KeyIn(parts["accesskey"].FirstOrDefault()) is { } key
            ? new(endpoint, key)
            : null;
    }

    private static Uri? AddressIn(string? text) =>
        SettingText.TryReadSafeAddress(text ?? "", out var address) && address is { Query: "", Fragment: "", UserInfo: "" }
            ? new(address.AbsoluteUri.TrimEnd('/') + '/')
            : null;

    private static byte[]? KeyIn(string? text)
    {
        var bytes = new byte[text?.Length ?? 0];
        return Convert.TryFromBase64String(text ?? "", bytes, out var length) && length > 0 ? bytes[..length] : null;
    }

    /// <summary>The address alone: the key is nobody's business.</summary>
    public override string ToString() => Endpoint.AbsoluteUri;
}
