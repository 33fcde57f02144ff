namespace LeadFunctions.Capture;

/// <summary>
/// What a visitor sent, field by field, before anybody has judged it: the same whether it came as JSON or as a form. Nested fields
/// have dotted names; a field that was sent several times keeps all its values in order.
/// </summary>
public sealed class SubmittedFields
{
    private readonly Dictionary<string, List<string>> values = new(StringComparer.Ordinal);

    /// <summary>What is wrong already, by field: <c>body</c> stands for the whole.</summary>
    public FieldErrors Errors { get; } = new();

    /// <summary>Whether the body as a whole could not be read, so that nothing can be said about its fields.</summary>
    public bool IsUnreadable => Errors.ByField.ContainsKey(SubmissionSchema.Body);

    public void Add(string field, string value)
    {
        if (values.TryGetValue(field, out var list))
        {
            list.Add(value);
        }
        else
        {
            values[field] = [value];
        }
    }

    /// <returns>The one value of a field, or null when it is absent or blank. Several values are an error.</returns>
    public string? One(string field)
    {
        var all = All(field);
        if (all.Count > 1)
        {
            Errors.Add(field, SubmissionText.OnceOnly);
        }

        return all.Count == 0 || string.IsNullOrWhiteSpace(all[0]) ? null : all[0];
    }

    public IReadOnlyList<string> All(string field) => values.TryGetValue(field, out var list) ? list : [];
}
