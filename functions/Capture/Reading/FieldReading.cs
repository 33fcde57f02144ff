using LeadFunctions.Languages;
using LeadFunctions.Leads;

namespace LeadFunctions.Capture;

/// <summary>Reads one field; what is wrong with it becomes a message to the sender.</summary>
internal static class FieldReading
{
    /// <summary>A field with a few words to choose from.</summary>
    public static T Choice<T>(this SubmittedFields fields, string field, T absent, params (string Word, T Value)[] choices)
    {
        var text = fields.One(field);
        if (text is null)
        {
            return absent;
        }

        foreach (var (word, value) in choices)
        {
            if (word == text)
            {
                return value;
            }
        }

        fields.Errors.Add(field, SubmissionText.OneOf.With(string.Join(", ", choices.Select(choice => choice.Word))));
        return absent;
    }

    /// <summary>A field that is parsed into a value of the domain; one that is not required may be absent.</summary>
    public static T? Parsed<T>(this SubmittedFields fields, string field, bool required, TryParse<T> tryParse)
        where T : class
    {
        var text = fields.One(field);
        if (text is null && !required)
        {
            return null;
        }

        if (!tryParse(text, out var value, out var problem))
        {
            fields.Errors.Add(field, problem.ToWords());
        }

        return value;
    }
}
