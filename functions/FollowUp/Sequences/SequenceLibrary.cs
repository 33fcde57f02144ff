using System.Globalization;
using LeadFunctions.Leads;

namespace LeadFunctions.FollowUp;

/// <summary>The sequences of each kind of lead, every version that anybody may have begun with. From <c>content/sequences/{kind}-{version}.yml</c>.</summary>
/// <param name="byKind">For each of <see cref="Kinds"/> its versions, the oldest first; at least one.</param>
public sealed class SequenceLibrary(IReadOnlyDictionary<string, IReadOnlyList<Sequence>> byKind) : ISequenceVersions
{
    /// <summary>The kinds of leads: "appointment" and "call".</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["appointment", "call"];

    public IReadOnlyList<string> Newest => [.. Kinds.Select(kind => string.Create(CultureInfo.InvariantCulture, $"{kind}-{byKind[kind][^1].Version}"))];

    /// <summary>The sequence with which a lead of a kind begins now.</summary>
    public Sequence For(LeadKind kind) => this[kind.Word()];

    /// <summary>The sequence with which a lead of a kind begins now, by name.</summary>
    /// <exception cref="KeyNotFoundException">There is no such kind.</exception>
    public Sequence this[string kind] => byKind[kind][^1];

    /// <summary>All versions of a kind, the oldest first.</summary>
    /// <exception cref="KeyNotFoundException">There is no such kind.</exception>
    public IReadOnlyList<Sequence> Versions(string kind) => byKind[kind];

    /// <summary>
    /// The sequence that a lead follows: the version that it began with; the newest where it is about to begin. Where that version is gone,
    /// the nearest, of two the older: a lead rather goes on with other steps than not at all.
    /// </summary>
    public Sequence Of(DueWork work, Lead lead) => work.Key.Step == 0
        ? For(lead.Kind)
        : byKind[lead.Kind.Word()].MinBy(sequence => Math.Abs(sequence.Version - work.BegunVersion))!;
}
