namespace LeadFunctions.Capture;

/// <summary>What is wrong, one message to the sender for each field: the first that was found is the one to mend.</summary>
public sealed class FieldErrors
{
    private readonly Dictionary<string, string[]> messages = new(StringComparer.Ordinal);

    public bool Any => messages.Count > 0;

    public IDictionary<string, string[]> ByField => messages;

    public void Add(string field, string message) => messages.TryAdd(field, [message]);
}
