namespace LeadFunctions.Leads;

/// <summary>How it goes with the mail provider, as far as this process knows.</summary>
public interface ISendingState
{
    /// <summary>Why no mail is claimed now; null where mails are claimed.</summary>
    SendingPause? Pause { get; }

    /// <summary>When the provider last took a mail (UTC); null while it has taken none.</summary>
    DateTimeOffset? AcceptedAt { get; }
}
