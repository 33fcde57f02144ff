namespace LeadFunctions.Email;

/// <summary>What stands around the content of a mail. Nothing of it may tell what the mail is about: it is seen on locked phones.</summary>
/// <param name="Subject">One line.</param>
/// <param name="Preheader">The line that mail programs show beside the subject.</param>
/// <param name="Reason">Why the reader gets this mail.</param>
/// <param name="UnsubscribeUrl">The page on which a visitor stops these mails; null in mail to staff.</param>
public sealed record MailFrame(string Subject, string Preheader, string Reason, string? UnsubscribeUrl)
{
    /// <summary>Where a visitor says more than stop: the page takes the same token.</summary>
    public string? PreferencesUrl => UnsubscribeUrl?.Replace("/unsubscribe/", "/preferences/", StringComparison.Ordinal);

    /// <summary>Whether the reader may be in need of help, and has to be told how to stop these mails.</summary>
    public bool IsToVisitor => UnsubscribeUrl is not null;
}
