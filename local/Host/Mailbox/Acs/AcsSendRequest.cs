using System.Net.Mail;
using System.Text.Json.Serialization;

namespace LeadFunctions.Local.Mailbox;

/// <summary>The body of <c>POST /emails:send</c>, as far as it shows in a mail (learn.microsoft.com/rest/api/communication/email/email/send).</summary>
internal sealed record AcsSendRequest(
    string? SenderAddress,
    AcsSendRequest.MailContent? Content,
    AcsSendRequest.Addresses? Recipients,
    IReadOnlyList<AcsSendRequest.Address>? ReplyTo,
    IReadOnlyDictionary<string, string>? Headers)
{
    /// <summary>The service's word for what is wrong; null when the mail can be sent.</summary>
    internal string? Fault =>
        !IsAddress(SenderAddress) ? "InvalidSenderUserName"
        : Recipients?.To is not { Count: > 0 } to || !to.All(recipient => IsAddress(recipient?.Mailbox)) ? "InvalidEmailAddress"
        : ReplyTo?.All(address => IsAddress(address?.Mailbox)) is false ? "InvalidEmailAddress"
        : string.IsNullOrEmpty(Content?.Subject) || (string.IsNullOrEmpty(Content.PlainText) && string.IsNullOrEmpty(Content.Html)) ? "BadRequest"
        : null;

    /// <summary>The mail that this request, once found free of faults, sends.</summary>
    internal MailboxMessage ToMessage(string id, DateTimeOffset at) => new(
        Id: id,
        At: at,
        To: [.. Recipients!.To!.Concat(Recipients.Cc ?? []).Concat(Recipients.Bcc ?? []).Select(recipient => recipient.Mailbox!)],
        From: SenderAddress!,
        FromName: null,
        ReplyTo: ReplyTo is [var first, ..] ? first.Mailbox : null,
        Subject: Content!.Subject!,
        Text: Content.PlainText,
        Html: Content.Html,
        Headers: Headers ?? new Dictionary<string, string>(),
        CustomArgs: new Dictionary<string, string>(),
        Categories: []);

    private static bool IsAddress(string? text) => MailAddress.TryCreate(text, out var address) && address.Address == text;

    internal sealed record MailContent(string? Subject, string? PlainText, string? Html);

    internal sealed record Addresses(IReadOnlyList<Address>? To, IReadOnlyList<Address>? Cc, IReadOnlyList<Address>? Bcc);

    internal sealed record Address([property: JsonPropertyName("address")] string? Mailbox);
}
