using System.Text.Json;
using System.Text.Unicode;
using LeadFunctions.Desk;
using LeadFunctions.Languages;
using LeadFunctions.Leads;

namespace LeadFunctions.LeadsApi;

/// <summary>
/// Reads from JSON what is to be changed: strictly, with an error for each field that is not as it should be. Null is the same as absent, but
/// for the assignee and the reason, which it takes away.
/// </summary>
internal sealed class ChangeReader
{
    private const string Body = "body";

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 8 };
    private static readonly string[] Fields = ["status", "assignee", "note", "closedReason", "call", "release", "followUp"];

    private readonly Dictionary<string, string[]> errors = new(StringComparer.Ordinal);
    private LeadChange change = new();

    /// <returns>Null when something is wrong.</returns>
    public static LeadChange? TryRead(ReadOnlyMemory<byte> body, out IDictionary<string, string[]> errors)
    {
        var reader = new ChangeReader();
        errors = reader.errors;
        reader.Read(body);
        return errors.Count == 0 ? reader.change : null;
    }

    private void Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            if (!Utf8.IsValid(body.Span))
            {
                throw new JsonException();
            }

            using var document = JsonDocument.Parse(body, Strict);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
            {
                ReadFields(document.RootElement);
                return;
            }
        }
        catch (JsonException)
        {
            // As if it were no object.
        }

        errors[Body] = [LeadsApiText.ObjectExpected.With(Strict.MaxDepth)];
    }

    private void ReadFields(JsonElement root)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var property in root.EnumerateObject())
        {
            var name = NameOf(property);
            if (!Fields.Contains(name))
            {
                errors[name] = [LeadsApiText.Unknown.With(string.Join(", ", Fields))];
            }
            else if (!seen.Add(name))
            {
                errors[name] = [DeskText.OnceOnly];
            }
            else if (!TryReadText(property.Value, out var text))
            {
                errors[name] = [LeadsApiText.TextExpected];
            }
            else if (text is not null || name is "assignee" or "closedReason")
            {
                ReadField(name, text ?? "");
            }
        }

        if (seen.Count == 0 && errors.Count == 0)
        {
            errors[Body] = [LeadsApiText.SomethingExpected.With(string.Join(", ", Fields))];
        }
    }

    private void ReadField(string name, string text)
    {
        var read = name switch
        {
            "status" => Wire.Read<LeadStatus>(text) is { } status ? change with { Status = status } : null,
            "call" => Wire.Read<CallResult>(text) is { } call ? change with { Call = call } : null,
            "release" => text switch
            {
                "quarantine" => change with { ReleasesQuarantine = true },
                "articles" => change with { ReleasesArticles = true },
                _ => null,
            },
            "followUp" => text switch
            {
                "pause" => change with { IsFollowUpPaused = true },
                "resume" => change with { IsFollowUpPaused = false },
                _ => null,
            },
            "assignee" => StaffName.TryRead(text) is { } assignee ? change with { Assignee = assignee } : null,
            "closedReason" => StaffWords.TryReadLine(text) is { } reason ? change with { ClosedReason = reason } : null,
            _ => StaffWords.TryReadNote(text) is { } note ? change with { Note = note } : null,
        };
        if (read is null)
        {
            errors[name] = [Expected(name)];
            return;
        }

        change = read;
    }

    private static string Expected(string name) => name switch
    {
        "status" => Wire.Expected<LeadStatus>(),
        "call" => Wire.Expected<CallResult>(),
        "release" => DeskText.OneOf.With("quarantine, articles"),
        "followUp" => DeskText.OneOf.With("pause, resume"),
        "assignee" => DeskText.TextExpected.With(StaffName.Longest),
        "closedReason" => DeskText.TextExpected.With(StaffWords.LongestReason),
        _ => LeadsApiText.NoteExpected.With(StaffWords.LongestNote),
    };

    private static bool TryReadText(JsonElement value, out string? text)
    {
        text = null;
        try
        {
            text = value.ValueKind is JsonValueKind.String ? value.GetString() : null;
            return value.ValueKind is JsonValueKind.String or JsonValueKind.Null;
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair, written as an escape.
            return false;
        }
    }

    private static string NameOf(JsonProperty property)
    {
        try
        {
            return property.Name;
        }
        catch (InvalidOperationException)
        {
            return "\uFFFD";
        }
    }
}
