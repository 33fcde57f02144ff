namespace LeadFunctions.Storage;

/// <summary>
/// Knows a connection string of the form that the portal shows and the guide tells to set, without a client: to make one takes longer than all else that a start
/// looks at. Of any other form the client says whether it takes it. The form:
/// learn.microsoft.com/azure/storage/common/storage-configure-connection-string.
/// </summary>
internal static class UsualConnectionString
{
    private const string Emulator = "UseDevelopmentStorage=true";

    // Whose account, by which key, how, and where: the last as a suffix or as an address.
    private const int Parts = 4;

    /// <returns>Whether the client will take it; false where it has to be asked.</returns>
    public static bool Is(string text)
    {
        if (text == Emulator)
        {
            return true;
        }

        // One at the end is usual; nothing between two, the client refuses.
        var parts = (text.EndsWith(';') ? text[..^1] : text).Split(';');
        return parts.Length == Parts && parts.Select(MeaningOf).Distinct().Count(meaning => meaning is not null) == Parts;
    }

    private static string? MeaningOf(string part) => part.Split('=', 2) switch
    {
        ["DefaultEndpointsProtocol", "http" or "https"] => "how",
        ["AccountName", var name] when IsName(name) => "whose",
        ["AccountKey", var key] when IsKey(key) => "by which key",
        ["EndpointSuffix", var suffix] when Uri.CheckHostName(suffix) == UriHostNameType.Dns => "where",
        ["TableEndpoint", var address] when IsAddress(address) => "where",
        _ => null,
    };

    // 3 to 24 lower-case letters and digits: learn.microsoft.com/azure/storage/common/storage-account-overview#storage-account-name.
    private static bool IsName(string text) =>
        text.Length is >= 3 and <= 24 && text.All(character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character));

    private static bool IsKey(string text) => text.Length > 0 && Convert.TryFromBase64String(text, new byte[text.Length], out _);

    private static bool IsAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && address.Query.Length == 0;
}
