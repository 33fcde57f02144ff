namespace LeadFunctions.Leads;

/// <summary>What came of a mail, in words of our own: a provider's event, or a visit to a link of ours.</summary>
public enum MailEventKind
{
    /// <summary>The provider knows a kind of event that we do not.</summary>
    Other,

    /// <summary>The provider has begun to deliver it.</summary>
    Processed,

    /// <summary>The receiving host asked the provider to come again later.</summary>
    Deferred,

    /// <summary>The receiving host took it.</summary>
    Delivered,

    /// <summary>Refused for good: there is no such mailbox. The address is not written to again.</summary>
    Bounced,

    /// <summary>Refused this time, for what the mail or its sender is: the address is fine.</summary>
    Blocked,

    /// <summary>The provider did not even try.</summary>
    Dropped,

    /// <summary>The reader called it spam.</summary>
    Complained,

    /// <summary>The reader told the provider to stop.</summary>
    Unsubscribed,

    /// <summary>The reader took that back at the provider. With us, only the reader's own word to us does.</summary>
    Resubscribed,

    /// <summary>An image of it was loaded, by whomever.</summary>
    Opened,

    /// <summary>A link of it was fetched, by whomever.</summary>
    Clicked,
}
