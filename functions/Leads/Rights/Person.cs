namespace LeadFunctions.Leads;

/// <summary>All that is held of one person under one key.</summary>
/// <param name="Contact">What is remembered across requests; without any mark when no row of it is there.</param>
/// <param name="Leads">Their requests, newest first.</param>
/// <param name="Sends">What became of each mail, in the order of time.</param>
/// <param name="Receipts">What they said on pages of ours, in the order of time. What they said with a request is with the request.</param>
public sealed record Person(Contact Contact, IReadOnlyList<Lead> Leads, IReadOnlyList<SendRecord> Sends, IReadOnlyList<ConsentReceipt> Receipts)
{
    /// <summary>Every consent that was given or taken back, in the order of time: with a request, on a page, or as the provider told.</summary>
    public IReadOnlyList<ConsentReceipt> Consents =>
    [
        .. Leads.SelectMany(OfRequest).Concat(Receipts).Concat(Told()).OrderBy(receipt => receipt.At).ThenBy(receipt => receipt.Channel),
    ];

    /// <summary>The newest request that can be written to; null when there is none.</summary>
    public Lead? Reachable => Leads.FirstOrDefault(lead => lead.Email is not null);

    /// <summary>The last word about a channel; null when there never was one.</summary>
    public ConsentReceipt? LastOf(ConsentChannel channel) => Consents.LastOrDefault(receipt => receipt.Channel == channel);

    /// <summary>Whether the person agrees to a channel now.</summary>
    public bool Agrees(ConsentChannel channel) => LastOf(channel) is { IsAgreed: true };

    private static IEnumerable<ConsentReceipt> OfRequest(Lead lead)
    {
        (ConsentChannel Channel, string? Wording)[] given =
        [
            (ConsentChannel.Articles, lead.Consent.ArticlesWording),
            (ConsentChannel.Calls, lead.Consent.CallsWording),
            (ConsentChannel.Texts, lead.Consent.TextsWording),
        ];
        return given.Where(each => each.Wording is not null)
            .Select(each => new ConsentReceipt(each.Channel, IsAgreed: true, each.Wording, lead.CapturedAt, SourceOf(lead.Doorway), lead.Source.Page));
    }

    private static ConsentSource SourceOf(Doorway doorway) => doorway switch
    {
        Doorway.Page => ConsentSource.Form,
        Doorway.Widget => ConsentSource.Widget,
        Doorway.Api => ConsentSource.Api,
        Doorway.OwnSystems => ConsentSource.OwnSystems,
        _ => ConsentSource.Request,
    };

    // What was said on a page of ours has its receipt; the rest was told by the provider, in whatever order, and is with the contact.
    private IEnumerable<ConsentReceipt> Told() =>
        new[] { Contact.UnsubscribedAt, Contact.ComplainedAt }.OfType<DateTimeOffset>()
            .Where(at => !Receipts.Any(receipt => receipt is { Channel: ConsentChannel.Email, IsAgreed: false } && receipt.At == at))
            .Select(at => new ConsentReceipt(ConsentChannel.Email, IsAgreed: false, Wording: null, at, ConsentSource.ProviderEvent));
}
