namespace LeadFunctions.Local.Mailbox;

/// <summary>How the provider behaves.</summary>
/// <param name="Status">What it answers; it takes mails at 202 only.</param>
/// <param name="DelayMs">How long it lets the caller wait for the answer, in milliseconds.</param>
/// <param name="Lose">Whether it takes the mail, whatever the status, and then hangs up without an answer.</param>
public sealed record MailboxMode(int Status, int DelayMs, bool Lose)
{
    /// <summary>A provider that works.</summary>
    public static MailboxMode Working { get; } = new(Status: 202, DelayMs: 0, Lose: false);
}
