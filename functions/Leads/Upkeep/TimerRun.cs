namespace LeadFunctions.Leads;

/// <summary>The last run of a timer's function, on whichever instance it was.</summary>
/// <param name="Function">The function's name.</param>
/// <param name="BegunAt">UTC.</param>
/// <param name="Took">How long it took.</param>
public sealed record TimerRun(string Function, DateTimeOffset BegunAt, TimeSpan Took)
{
    /// <summary>The kind of exception that ended it, and never what that said: it may speak of somebody. Null when it went well.</summary>
    public string? Failure { get; init; }

    /// <summary>When the last run began that went well (UTC); null while none did.</summary>
    public DateTimeOffset? SucceededAt { get; init; }

    /// <summary>Why its instance claimed no mails when it ended; null where it does claim.</summary>
    public SendingPause? Pause { get; init; }

    /// <summary>When the provider last took a mail of its instance (UTC); null while it has taken none.</summary>
    public DateTimeOffset? AcceptedAt { get; init; }
}
