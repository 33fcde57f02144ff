namespace LeadFunctions.Leads;

/// <param name="Mail">The mail.</param>
/// <param name="Reason">Why it was given up: one of the sentences here, or what the provider said. Never personal data.</param>
public sealed record DeadLetter(SendKey Mail, string Reason)
{
    /// <summary>The provider's silence has lasted too long, twice.</summary>
    public const string NoWord = "The provider never said what became of the mail.";

    /// <summary>It failed before anything was posted, again and again.</summary>
    public const string NotMade = "The mail could not be made.";

    /// <summary>An alert went to everybody there is, and no copy of it is reported to have arrived.</summary>
    public const string NotArrived = "No copy of the alert is reported to have arrived.";

    /// <summary>When it was given up (UTC); null where that is not on record.</summary>
    public DateTimeOffset? At { get; init; }
}

/// <summary>A mail that was given up, with the lead that it is about.</summary>
public sealed record GivenUpMail(Lead Lead, DeadLetter Letter);
