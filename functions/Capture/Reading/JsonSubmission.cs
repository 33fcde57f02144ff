using System.Text.Json;
using System.Text.Unicode;
using LeadFunctions.Languages;

namespace LeadFunctions.Capture;

/// <summary>Reads a submission from JSON (RFC 8259): strictly, and with an error for each field that is not as it should be.</summary>
internal sealed class JsonSubmission(bool withKind)
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 8 };

    private readonly SubmittedFields fields = new();

    public static SubmittedFields Read(ReadOnlyMemory<byte> body, bool withKind) => new JsonSubmission(withKind).Read(body);

    private SubmittedFields Read(ReadOnlyMemory<byte> body)
    {
        if (!Utf8.IsValid(body.Span))
        {
            return Malformed(SubmissionText.Utf8Expected);
        }

        try
        {
            using var document = JsonDocument.Parse(body, Strict);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                return Malformed(SubmissionText.JsonObjectExpected);
            }

            ReadObject("", document.RootElement);
        }
        catch (JsonException exception)
        {
            return Malformed(SubmissionText.JsonExpected.With(Strict.MaxDepth, exception.LineNumber + 1, exception.BytePositionInLine + 1));
        }

        return fields;
    }

    private void ReadObject(string prefix, JsonElement parent)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var property in parent.EnumerateObject())
        {
            var name = NameOf(property);
            var field = prefix + name;

            // In JSON nesting is nesting: dots are for forms.
            if (name.Contains('.', StringComparison.Ordinal))
            {
                fields.Errors.Add(field, SubmissionText.Unknown);
            }
            else if (!seen.Add(field))
            {
                fields.Errors.Add(field, SubmissionText.OnceOnly);
            }
            else if (property.Value.ValueKind != JsonValueKind.Null)
            {
                ReadField(field, property.Value);
            }
        }
    }

    private void ReadField(string field, JsonElement value)
    {
        if (SubmissionSchema.IsText(field, withKind))
        {
            ReadText(field, field, value);
        }
        else if (SubmissionSchema.IsFlag(field))
        {
            ReadFlag(field, value);
        }
        else if (SubmissionSchema.IsTextList(field))
        {
            ReadList(field, value, element => ReadText(field, field, element));
        }
        else if (field == SubmissionSchema.PreferredTimes)
        {
            ReadList(field, value, ReadPreferredTime);
        }
        else if (SubmissionSchema.IsGroup(field))
        {
            ReadGroup(field, value);
        }
        else
        {
            fields.Errors.Add(field, SubmissionText.Unknown);
        }
    }

    private void ReadGroup(string field, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Object)
        {
            ReadObject(field + ".", value);
        }
        else
        {
            fields.Errors.Add(field, SubmissionText.ObjectExpected);
        }
    }

    private void ReadList(string field, JsonElement value, Action<JsonElement> readElement)
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            fields.Errors.Add(field, SubmissionText.ListExpected);
            return;
        }

        foreach (var element in value.EnumerateArray())
        {
            readElement(element);
        }
    }

    // Day and part stay in step: a time without the one still has its place in both lists.
    private void ReadPreferredTime(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            fields.Errors.Add(SubmissionSchema.PreferredTimes, SubmissionText.TimeExpected);
            return;
        }

        var days = fields.All(SubmissionSchema.PreferredDay).Count;
        var parts = fields.All(SubmissionSchema.PreferredPart).Count;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var property in element.EnumerateObject())
        {
            var field = $"{SubmissionSchema.PreferredTimes}.{NameOf(property)}";
            if (!SubmissionSchema.IsPreferredTimePart(field))
            {
                fields.Errors.Add(field, SubmissionText.Unknown);
            }
            else if (!seen.Add(field))
            {
                fields.Errors.Add(field, SubmissionText.OnceOnly);
            }
            else
            {
                ReadText(field, SubmissionSchema.PreferredTimes, property.Value);
            }
        }

        Pad(SubmissionSchema.PreferredDay, days + 1);
        Pad(SubmissionSchema.PreferredPart, parts + 1);
    }

    private void Pad(string field, int count)
    {
        if (fields.All(field).Count < count)
        {
            fields.Add(field, "");
        }
    }

    private void ReadFlag(string field, JsonElement value)
    {
        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            fields.Add(field, value.GetBoolean() ? "true" : "false");
        }
        else
        {
            fields.Errors.Add(field, SubmissionText.TrueOrFalse);
        }
    }

    private void ReadText(string field, string errorField, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            fields.Errors.Add(errorField, SubmissionText.TextExpected);
            return;
        }

        try
        {
            fields.Add(field, value.GetString()!);
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair, written as an escape.
            fields.Errors.Add(errorField, SubmissionText.NotText);
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

    private SubmittedFields Malformed(string message)
    {
        fields.Errors.Add(SubmissionSchema.Body, message);
        return fields;
    }
}
