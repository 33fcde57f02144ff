using LeadFunctions.Leads;

namespace LeadFunctions.Capture;

/// <summary>What is wrong with a form: at the fields, and in a list above it.</summary>
public sealed class FormProblems(IDictionary<string, string[]> messages, LeadKind kind)
{
    public bool Any => messages.Count > 0;

    /// <summary>Every message in the order of the page, with the id of the control that it is about; null when none on the page is.</summary>
    public IEnumerable<(string? Target, string Message)> All =>
        from entry in messages
        orderby FormFields.PlaceOf(entry.Key, kind)
        from message in entry.Value
        select (FormFields.IsShown(entry.Key, kind) ? FormFields.Id(entry.Key) : null, message);

    /// <summary>The messages of one field.</summary>
    public IReadOnlyList<string> Of(string field) => messages.TryGetValue(field, out var found) ? found : [];
}
