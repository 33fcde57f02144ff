using Microsoft.AspNetCore.Http.Extensions;

namespace LeadFunctions.Staff;

/// <summary>What somebody filters or searches by, as they typed it.</summary>
/// <param name="Values">By parameter; nothing empty.</param>
public sealed record Wanted(IReadOnlyDictionary<string, string> Values)
{
    private static readonly string[] Parameters = ["status", "kind", "concern", "assignee", "overdue", "quarantined", "urgent", "q", "cursor", "limit"];

    public static Wanted Nothing { get; } = new(new Dictionary<string, string>());

    public bool IsAnything => Values.Keys.Any(name => Parameters.Contains(name));

    /// <summary>The value of a parameter; empty when it is not there.</summary>
    public string Of(string name) => Values.GetValueOrDefault(name, "");

    /// <summary>The address of the page that shows it.</summary>
    public string Address => DeskPages.QueuePath + new QueryBuilder(Values.Where(value => Parameters.Contains(value.Key)).Select(value => KeyValuePair.Create(value.Key, value.Value)));

    /// <summary>Says nothing: what is searched is a person.</summary>
    public override string ToString() => nameof(Wanted);
}
