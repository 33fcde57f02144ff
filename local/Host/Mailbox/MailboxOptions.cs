namespace LeadFunctions.Local.Mailbox;

/// <summary>Where the mailbox keeps mails, and where it reports events.</summary>
public sealed class MailboxOptions
{
    /// <summary>The directory that mails are kept in, so that they survive a restart; null to keep them in memory only.</summary>
    public string? DataDirectory { get; init; }

    /// <summary>Signs events; null for the key of <see cref="DataDirectory"/>.</summary>
    public WebhookKey? WebhookKey { get; init; }

    /// <summary>The app's webhook; null for <c>/api/email-events</c> on the port that asks for the events.</summary>
    public Uri? WebhookAddress { get; init; }
}
