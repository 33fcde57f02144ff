using System.Text.Json;
using Microsoft.Extensions.Configuration;

namespace LeadFunctions.Local;

/// <summary>
/// Settings for one machine: files in the form of the Functions tools' <c>local.settings.json</c>, then the environment, then what the
/// caller gives. A name may be written with <c>__</c> or with <c>:</c> between its parts.
/// </summary>
public static class LocalSettings
{
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>The settings that come with the app, beside its programs.</summary>
    public static string SampleFile { get; } = Path.Combine(AppContext.BaseDirectory, "local.settings.sample.json");

    /// <summary>What some files say, the later ones over the earlier, the environment over them all, and what the caller gives over that.</summary>
    /// <exception cref="LocalHostException">A file is not what the Functions tools write, or is encrypted.</exception>
    public static IConfiguration Of(IEnumerable<string> files, IEnumerable<KeyValuePair<string, string?>>? given = null)
    {
        var settings = new ConfigurationBuilder();
        foreach (var file in files)
        {
            settings.AddSettings(Read(file));
        }

        return settings.AddEnvironmentVariables().AddSettings(given ?? []).Build();
    }

    /// <summary>The <c>Values</c> of a settings file; none when the file is missing.</summary>
    /// <exception cref="LocalHostException">The file is not what the Functions tools write, or is encrypted.</exception>
    public static IReadOnlyDictionary<string, string?> Read(string file)
    {
        var values = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        if (!File.Exists(file))
        {
            return values;
        }

        try
        {
            using var document = JsonDocument.Parse(File.ReadAllText(file), Lenient);
            if (document.RootElement.TryGetProperty("IsEncrypted", out var encrypted) && encrypted.ValueKind == JsonValueKind.True)
            {
                throw new LocalHostException($"{file}: the settings are encrypted. Decrypt them with: func settings decrypt");
            }

            foreach (var setting in document.RootElement.GetProperty("Values").EnumerateObject())
            {
                values[setting.Name] = ReadValue(file, setting);
            }
        }
        catch (Exception malformed) when (malformed is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new LocalHostException(
                $"{file}: expected {{ \"IsEncrypted\": false, \"Values\": {{ \"Name\": \"value\" }} }}. {malformed.Message}", malformed);
        }

        return values;
    }

    /// <summary>Puts settings over those that are there.</summary>
    internal static IConfigurationBuilder AddSettings(
        this IConfigurationBuilder configuration,
        IEnumerable<KeyValuePair<string, string?>> settings) =>
        configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(Normalise(setting.Key), setting.Value)));

    /// <summary>The name with <c>:</c> between its parts, as configuration has it.</summary>
    internal static string Normalise(string name) => name.Replace("__", ConfigurationPath.KeyDelimiter, StringComparison.Ordinal);

    private static string? ReadValue(string file, JsonProperty setting) => setting.Value.ValueKind switch
    {
        JsonValueKind.String => setting.Value.GetString(),
        JsonValueKind.Number => setting.Value.GetRawText(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.Null => null,
        _ => throw new LocalHostException($"{file}: {setting.Name} must be a text, a number, true or false."),
    };
}
