namespace LeadFunctions.Local.Mailbox;

/// <summary>A mail that the provider took, as its recipients would get it.</summary>
/// <param name="Id">The provider's name for the mail, as it was answered in X-Message-Id.</param>
/// <param name="At">When it was taken, by the clock of the app.</param>
/// <param name="To">The addresses of all recipients.</param>
/// <param name="From">The sender's address.</param>
/// <param name="FromName">The name shown for it; null when there is none.</param>
/// <param name="ReplyTo">The address for answers; null when it is the sender's.</param>
/// <param name="Subject">The subject.</param>
/// <param name="Text">The plain text part; null when there is none.</param>
/// <param name="Html">The HTML part; null when there is none.</param>
/// <param name="Headers">Further headers.</param>
/// <param name="CustomArgs">What comes back in every event about the mail.</param>
/// <param name="Categories">The provider's labels.</param>
public sealed record MailboxMessage(
    string Id,
    DateTimeOffset At,
    IReadOnlyList<string> To,
    string From,
    string? FromName,
    string? ReplyTo,
    string Subject,
    string? Text,
    string? Html,
    IReadOnlyDictionary<string, string> Headers,
    IReadOnlyDictionary<string, string> CustomArgs,
    IReadOnlyList<string> Categories);
