using System.Text.Json;

namespace LeadFunctions.Local.Settings;

/// <summary>What the local host takes from host.json.</summary>
internal sealed record HostJson(string RoutePrefix, IReadOnlyList<KeyValuePair<string, string>> CustomHeaders)
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
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException)
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
        return new HostJson((prefix ?? DefaultRoutePrefix).Trim('/'), headers);
    }
}
