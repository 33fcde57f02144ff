namespace LeadFunctions.Local.Mailbox;

/// <summary>
/// The body of <c>POST /v3/mail/send</c>, as far as it shows in a mail
/// (https://www.twilio.com/docs/sendgrid/api-reference/mail-send/mail-send).
/// </summary>
internal sealed record MailSendRequest(
    IReadOnlyList<MailSendRequest.Envelope>? Personalizations,
    MailSendRequest.Address? From,
    MailSendRequest.Address? ReplyTo,
    string? Subject,
    IReadOnlyList<MailSendRequest.Part>? Content,
    IReadOnlyDictionary<string, string>? Headers,
    IReadOnlyDictionary<string, string>? CustomArgs,
    IReadOnlyList<string>? Categories)
{
    /// <summary>Whether no list has a gap: JSON allows null where the API knows only values.</summary>
    internal bool IsWhole =>
        HasNoGap(Personalizations) && HasNoGap(Content) && HasNoGap(Categories)
        && (Personalizations ?? []).All(envelope => HasNoGap(envelope.To) && HasNoGap(envelope.Cc) && HasNoGap(envelope.Bcc));

    /// <summary>The mails that this request, once found free of faults, sends: one an envelope.</summary>
    internal IReadOnlyList<MailboxMessage> ToMessages(string id, DateTimeOffset at) =>
        [.. Personalizations!.Select((envelope, index) => new MailboxMessage(
            Id: index is 0 ? id : $"{id}.{index}",
            At: at,
            To: [.. envelope.Recipients.Select(recipient => recipient.Email!)],
            From: From!.Email!,
            FromName: From.Name,
            ReplyTo: ReplyTo?.Email,
            Subject: envelope.Subject ?? Subject!,
            Text: Content!.FirstOrDefault(part => part.Type is "text/plain")?.Value,
            Html: Content!.FirstOrDefault(part => part.Type is "text/html")?.Value,
            Headers: Merge(Headers, envelope.Headers),
            CustomArgs: Merge(CustomArgs, envelope.CustomArgs),
            Categories: Categories ?? []))];

    private static bool HasNoGap<T>(IReadOnlyList<T>? list)
        where T : class => list?.Contains(null) is not true;

    private static Dictionary<string, string> Merge(
        IReadOnlyDictionary<string, string>? ofAll,
        IReadOnlyDictionary<string, string>? ofEnvelope)
    {
        var merged = new Dictionary<string, string>(ofAll ?? new Dictionary<string, string>());

        foreach (var (name, value) in ofEnvelope ?? new Dictionary<string, string>())
        {
            merged[name] = value;
        }

        return merged;
    }

    internal sealed record Address(string? Email, string? Name);

    internal sealed record Part(string? Type, string? Value);

    internal sealed record Envelope(
        IReadOnlyList<Address>? To,
        IReadOnlyList<Address>? Cc,
        IReadOnlyList<Address>? Bcc,
        string? Subject,
        IReadOnlyDictionary<string, string>? Headers,
        IReadOnlyDictionary<string, string>? CustomArgs)
    {
        internal IEnumerable<Address> Recipients => [.. To ?? [], .. Cc ?? [], .. Bcc ?? []];
    }
}
