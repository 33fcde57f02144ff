using LeadFunctions.Languages;
using LeadFunctions.Leads;

namespace LeadFunctions.Staff;

/// <summary>One line of a lead's history.</summary>
/// <param name="At">UTC.</param>
/// <param name="What">What happened.</param>
/// <param name="Who">Who did it; null for nobody in particular.</param>
/// <param name="Text">What they wrote; null for nothing.</param>
public sealed record Happening(DateTimeOffset At, string What, string? Who = null, string? Text = null)
{
    /// <summary>All that happened with a lead, newest first, but for who looked at it.</summary>
    public static IReadOnlyList<Happening> Of(LeadFile file, IReadOnlyList<MailEvidence> evidence) =>
    [
        .. file.Timeline.Where(entry => entry.Deed.Kind != TimelineKind.Viewed).Select(Of)
            .Concat(file.Sends.Select(send => new Happening(send.At, Said.Send(send), Text: send.Articles.Count == 0 ? null : string.Join(", ", send.Articles))))
            .Concat(evidence.SelectMany(Of))
            .Append(new(file.Lead.CapturedAt, StaffText.HappenedCaptured))
            .Select((happening, place) => (happening, place))
            .OrderByDescending(line => line.happening.At).ThenByDescending(line => line.place)
            .Select(line => line.happening),
    ];

    public static Happening Of(TimelineEntry entry) =>
        new(entry.At, Said.Deed(entry.Deed), Said.Actor(entry.By), entry.Deed.Kind is TimelineKind.Assigned or TimelineKind.MailPutBack or TimelineKind.MailSetAside ? null : entry.Deed.Text);

    /// <summary>Says nothing: a note is somebody's health.</summary>
    public override string ToString() => nameof(Happening);

    private static IEnumerable<Happening> Of(MailEvidence mail) => new (DateTimeOffset? At, string What)[]
    {
        (mail.Delivery.DeliveredAt, StaffText.HappenedDelivered),
        (mail.Delivery.BouncedAt, StaffText.HappenedBounced),
        (mail.Delivery.DroppedAt, StaffText.HappenedDropped),
        (FirstByHuman(mail, MailEventKind.Opened), StaffText.HappenedOpened),
        (FirstByHuman(mail, MailEventKind.Clicked), StaffText.HappenedClicked),
        (mail.Delivery.ComplainedAt, StaffText.HappenedComplained),
        (mail.Delivery.UnsubscribedAt, StaffText.HappenedUnsubscribed),
    }
    .Where(line => line.At is not null)
    .Select(line => new Happening(line.At!.Value, line.What.With(Said.Mail(mail.Mail))));

    private static DateTimeOffset? FirstByHuman(MailEvidence mail, MailEventKind kind) =>
        mail.Events.Where(labelled => labelled.Event.Kind == kind && labelled.By == Actor.Human).Min(labelled => (DateTimeOffset?)labelled.Event.At);
}
