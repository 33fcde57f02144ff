using LeadFunctions.Leads;

namespace LeadFunctions.FollowUp;

/// <summary>The sequence of each kind of lead. From <c>content/sequences/{kind}.yml</c>.</summary>
/// <param name="byKind">A sequence for each of <see cref="Kinds"/>.</param>
public sealed class SequenceLibrary(IReadOnlyDictionary<string, Sequence> byKind)
{
    /// <summary>The kinds of leads: "appointment" and "call".</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["appointment", "call"];

    /// <summary>The sequence of a kind of lead.</summary>
    public Sequence For(LeadKind kind) => byKind[kind == LeadKind.Call ? "call" : "appointment"];

    /// <summary>The sequence of a kind of lead, by name.</summary>
    /// <exception cref="KeyNotFoundException">There is no such kind.</exception>
    public Sequence this[string kind] => byKind[kind];
}
