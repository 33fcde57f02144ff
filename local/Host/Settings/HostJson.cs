using System.Text.Json;

namespace LeadFunctions.Local.Settings;

/// <summary>What the local host takes from host.json.</summary>
/// <param name="RoutePrefix">Before the route of every function, without slashes around it.</param>
/// <param name="CustomHeaders">On every answer.</param>
/// <param name="MaxOutstandingRequests">How many requests may be under way at once; <see langword="null"/> for any number.</param>
internal sealed record HostJson(string RoutePrefix, IReadOnlyList<KeyValuePair<string, string>> CustomHeaders, int? MaxOutstandingRequests = null)
{
    private const string DefaultRoutePrefix = "api";

    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    public static HostJson Read(string file)
    {
        if (!File.Exists(file))
        {
            return new HostJson(DefaultRoutePrefix, []);
        }

        try
        {
            using var document = JsonDocument.Parse(File.ReadAllText(file), Lenient);
            return Read(document.RootElement);
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException or FormatException)
        {
            throw new LocalHostException($"{file}: {malformed.Message}", malformed);
        }
    }

    private static HostJson Read(JsonElement root)
    {
        if (!root.TryGetProperty("extensions", out var extensions) || !extensions.TryGetProperty("http", out var http))
        {
            return new HostJson(DefaultRoutePrefix, []);
        }

        var prefix = http.TryGetProperty("routePrefix", out var written) ? written.GetString() : null;
        var headers = http.TryGetProperty("customHeaders", out var custom)
            ? custom.EnumerateObject().Select(header => KeyValuePair.Create(header.Name, header.Value.GetString() ?? "")).ToArray()
            : [];
        var most = http.TryGetProperty("maxOutstandingRequests", out var limit) && limit.GetInt32() is >= 0 and var number ? number : (int?)null;
        return new HostJson((prefix ?? DefaultRoutePrefix).Trim('/'), headers, most);
    }
}
