namespace LeadFunctions.Capture;

/// <summary>Messages to the sender by field, in the order in which they were found.</summary>
public sealed class FieldErrors
{
    private readonly Dictionary<string, string[]> messages = new(StringComparer.Ordinal);

    public bool Any => messages.Count > 0;

    public IDictionary<string, string[]> ByField => messages;

    public void Add(string field, string message) =>
        messages[field] = messages.TryGetValue(field, out var before) ? [.. before, message] : [message];
}
