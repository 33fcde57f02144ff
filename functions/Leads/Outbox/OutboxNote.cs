using System.Globalization;

namespace LeadFunctions.Leads;

/// <summary>
/// Something that the figures must not miss. It is written in the very transaction that makes it true, and taken away only after it has
/// been counted: at least once, and counting it again changes nothing.
/// </summary>
public sealed record OutboxNote
{
    public required OutboxKind Kind { get; init; }

    /// <summary>When it happened (UTC).</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The lead; null where only the person is known.</summary>
    public LeadHandle? Lead { get; init; }

    /// <summary>The person; null where the lead is known.</summary>
    public ContactKey? Contact { get; init; }

    /// <summary>Of a mail: which one of the visitor's, 0 for the confirmation.</summary>
    public int Step { get; init; }

    /// <summary>Of a mail: slugs of its articles.</summary>
    public IReadOnlyList<string> Articles { get; init; } = [];

    /// <summary>Of a mail: the version of the sequence that it belongs to, such as <c>appointment.1</c>.</summary>
    public string? Sequence { get; init; }

    /// <summary>Of a mail: the variant of its step; null where that is written in one way.</summary>
    public string? Variant { get; init; }

    /// <summary>Of a change of status: what it is now.</summary>
    public LeadStatus Status { get; init; }

    /// <summary>Changes whenever the note does; empty before it is stored.</summary>
    public string Version { get; init; } = "";

    /// <summary>A lead that is to be counted although it did not come just now: let out of quarantine, or stored late.</summary>
    public static OutboxNote Captured(Lead lead, DateTimeOffset now) => new() { Kind = OutboxKind.Captured, Lead = lead.Handle, At = now };

    /// <summary>Staff have given a lead another status.</summary>
    public static OutboxNote StatusChanged(LeadHandle lead, LeadStatus status, DateTimeOffset now) =>
        new() { Kind = OutboxKind.StatusChanged, Lead = lead, Status = status, At = now };

    /// <summary>What is to be noted of a step of due work: a mail to the visitor that the provider took.</summary>
    public static IEnumerable<OutboxNote> Of(Move move)
    {
        if (move.Record is { Result: SendResult.Accepted, Key: { Track: Track.Visitor } key } sent)
        {
            yield return new()
            {
                Kind = OutboxKind.Sent,
                Lead = move.From.Lead,
                At = sent.At,
                Step = key.Step,
                Articles = sent.Articles,
                Sequence = VersionOf(move.From.Kind, sent.SequenceVersion),
                Variant = sent.Variant,
            };
        }
    }

    /// <summary>What is to be noted of a change of a contact: that the person said stop, or has said so earlier than was known.</summary>
    public static IEnumerable<OutboxNote> Of(Contact before, Contact after)
    {
        if (after.UnsubscribedAt is { } at && at != before.UnsubscribedAt)
        {
            yield return new() { Kind = OutboxKind.Unsubscribed, Contact = after.Key, At = at };
        }
    }

    /// <summary>What is to be noted of what staff changed: that the lead counts from now on, and that it has another status.</summary>
    public static IEnumerable<OutboxNote> Of(Lead before, ChangeDecision.Made made, DateTimeOffset at)
    {
        if (made.IsReleased)
        {
            yield return Captured(made.After, at);
        }

        if (made.After.Status != before.Status)
        {
            yield return StatusChanged(made.After.Handle, made.After.Status, at);
        }
    }

    private static string? VersionOf(LeadKind kind, int? version) =>
        version is { } number ? string.Create(CultureInfo.InvariantCulture, $"{kind.Word()}.{number}") : null;
}
