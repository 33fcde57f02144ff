using System.Diagnostics.CodeAnalysis;

namespace Azure.Data.Tables.Accounts;

/// <summary>Where an account is and how to sign for it, as one line of text.</summary>
/// <remarks>https://learn.microsoft.com/azure/storage/common/storage-configure-connection-string</remarks>
/// <param name="Endpoint">The table endpoint, with the shared access signature as its query where there is one.</param>
/// <param name="Credential">The account's key, or null when the endpoint carries a signature.</param>
internal sealed record ConnectionString(Uri Endpoint, TableSharedKeyCredential? Credential)
{
    /// <summary>The account of every storage emulator. Its key is published, and no secret.</summary>
    private const string EmulatorName = "devstoreaccount1";
    private const string EmulatorKey = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    /// <exception cref="ArgumentException">Something that the endpoint or the credential needs is missing.</exception>
    /// <exception cref="InvalidOperationException">The text is not a list of names and values, or names one twice.</exception>
    public static ConnectionString Parse(string connectionString)
    {
        ArgumentException.ThrowIfNullOrEmpty(connectionString);
        var settings = Split(connectionString);
        if (settings.TryGetValue("UseDevelopmentStorage", out var emulator))
        {
            return emulator is "true" ? Emulator(settings) : throw Unusable();
        }

        if (settings.TryGetValue("SharedAccessSignature", out var signature))
        {
            return new(new UriBuilder(EndpointOf(settings)) { Query = signature.TrimStart('?') }.Uri, Credential: null);
        }

        return settings.TryGetValue("AccountName", out var name) && settings.TryGetValue("AccountKey", out var key)
            ? new(EndpointOf(settings), new TableSharedKeyCredential(name, key))
            : throw Unusable();
    }

    private static ConnectionString Emulator(Dictionary<string, string> settings)
    {
        var host = settings.TryGetValue("DevelopmentStorageProxyUri", out var proxy) ? new Uri(proxy) : new Uri("http://127.0.0.1");
        var endpoint = new UriBuilder(host) { Port = 10002, Path = EmulatorName }.Uri;
        return new(endpoint, new TableSharedKeyCredential(EmulatorName, EmulatorKey));
    }

    private static Uri EndpointOf(Dictionary<string, string> settings)
    {
        if (settings.TryGetValue("TableEndpoint", out var endpoint))
        {
            return new Uri(endpoint);
        }

        if (!settings.TryGetValue("AccountName", out var account))
        {
            throw Unusable();
        }

        var protocol = settings.GetValueOrDefault("DefaultEndpointsProtocol", "https");
        var suffix = settings.GetValueOrDefault("EndpointSuffix", "core.windows.net");
        return new Uri($"{protocol}://{account}.table.{suffix}");
    }

    private static Dictionary<string, string> Split(string text)
    {
        if (text.StartsWith(';'))
        {
            throw new InvalidOperationException("Connection string starts with separator ';'.");
        }

        var settings = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var setting in (text.EndsWith(';') ? text[..^1] : text).Split(';'))
        {
            if (setting.Length == 0)
            {
                throw new InvalidOperationException("Connection string contains two following separators ';'.");
            }

            var equals = setting.IndexOf('=', StringComparison.Ordinal);
            if (equals < 0)
            {
                throw new InvalidOperationException($"Connection string doesn't have value for keyword '{setting}'.");
            }

            var keyword = setting[..equals].TrimEnd();
            if (!settings.TryAdd(keyword, setting[(equals + 1)..].TrimStart()))
            {
                throw new InvalidOperationException($"Duplicated keyword '{keyword}'");
            }
        }

        return settings;
    }

    [SuppressMessage("Usage", "CA2208", Justification = "The argument is checked for what it holds, on behalf of a constructor.")]
    private static ArgumentException Unusable() => new("Connection string parsing error");
}
