namespace LeadFunctions.Leads;

/// <summary>All that is known of one mail after it left: how far it came, and who opened it and followed its links.</summary>
/// <param name="Mail">The mail.</param>
/// <param name="Delivery">How far it came.</param>
/// <param name="Events">In the order in which they happened.</param>
public sealed record MailEvidence(SendKey Mail, Delivery Delivery, IReadOnlyList<LabelledEvent> Events)
{
    /// <summary>Whether a person certainly followed a link of it.</summary>
    public bool IsClickedByHuman => Has(MailEventKind.Clicked, Actor.Human);

    /// <summary>Whether a person certainly opened it: who follows a link has.</summary>
    public bool IsOpenedByHuman => IsClickedByHuman || Has(MailEventKind.Opened, Actor.Human);

    /// <summary>Sorts evidence by mail and labels it. Pure: the same evidence, in whatever order, gives the same.</summary>
    public static IReadOnlyList<MailEvidence> ByMail(IEnumerable<MailEvent> evidence) =>
    [
        .. evidence
            .GroupBy(happened => happened.Mail)
            .OrderBy(mail => mail.Key.Lead.Value).ThenBy(mail => mail.Key.Track).ThenBy(mail => mail.Key.Step)
            .Select(mail => Of(mail.Key, [.. mail])),
    ];

    private static MailEvidence Of(SendKey mail, IReadOnlyCollection<MailEvent> evidence)
    {
        var labelled = EngagementLabels.Of(evidence);
        return new(mail, Delivery.Of([.. labelled.Select(happened => happened.Event)]), labelled);
    }

    private bool Has(MailEventKind kind, Actor actor) => Events.Any(labelled => labelled.Event.Kind == kind && labelled.By == actor);
}
