using System.Globalization;
using LeadFunctions.Leads;

namespace LeadFunctions.FollowUp;

/// <summary>The sequence of each kind of lead. From <c>content/sequences/{kind}.yml</c>.</summary>
/// <param name="byKind">A sequence for each of <see cref="Kinds"/>.</param>
public sealed class SequenceLibrary(IReadOnlyDictionary<string, Sequence> byKind)
{
    /// <summary>The kinds of leads: "appointment" and "call".</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["appointment", "call"];

    /// <summary>The sequence of a kind of lead.</summary>
    public Sequence For(LeadKind kind) => byKind[NameOf(kind)];

    /// <summary>The version of a kind's sequence as figures have it, such as <c>appointment.1</c>.</summary>
    public string VersionFor(LeadKind kind) => string.Create(CultureInfo.InvariantCulture, $"{NameOf(kind)}.{For(kind).Version}");

    /// <summary>The sequence of a kind of lead, by name.</summary>
    /// <exception cref="KeyNotFoundException">There is no such kind.</exception>
    public Sequence this[string kind] => byKind[kind];

    private static string NameOf(LeadKind kind) => kind == LeadKind.Call ? "call" : "appointment";
}
