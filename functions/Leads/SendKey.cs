using System.Globalization;

namespace LeadFunctions.Leads;

/// <summary>Names one mail of one lead: it is accepted by the provider at most once for a visitor, at least once for staff.</summary>
/// <param name="Lead">The lead.</param>
/// <param name="Track">Which of the lead's running sequences.</param>
/// <param name="Step">
/// 0 for the confirmation, then the steps of the visitor's sequence from 1. Of the alert: its mails, each to one member of staff, from 0. Of the
/// promise: the points of its clock, from 0.
/// </param>
public readonly record struct SendKey(LeadId Lead, Track Track, int Step)
{
    /// <summary>Such as <c>1f2e3d4c~visitor.1</c>: safe in keys and logs.</summary>
    public override string ToString() => $"{Lead}~{Track.ToString().ToLowerInvariant()}.{Step.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    public static SendKey Parse(string text)
    {
        var tilde = text.IndexOf('~', StringComparison.Ordinal);
        var dot = text.LastIndexOf('.');
        var track = text[(tilde + 1)..dot] switch
        {
            "alert" => Track.Alert,
            "visitor" => Track.Visitor,
            "promise" => Track.Promise,
            _ => throw new FormatException("Not a send key."),
        };
        return new(LeadId.Parse(text[..tilde]), track, int.Parse(text[(dot + 1)..], CultureInfo.InvariantCulture));
    }
}
