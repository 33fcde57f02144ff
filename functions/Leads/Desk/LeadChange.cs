namespace LeadFunctions.Leads;

/// <summary>What staff want changed, all of it or nothing. What is null stays as it is.</summary>
public sealed record LeadChange
{
    public LeadStatus? Status { get; init; }

    /// <summary>Why it is closed; only together with that status, or when it is closed already.</summary>
    public string? ClosedReason { get; init; }

    /// <summary>Who looks after it from now on; empty for nobody.</summary>
    public string? Assignee { get; init; }

    /// <summary>What is to be remembered: it stands in the timeline.</summary>
    public string? Note { get; init; }

    /// <summary>Staff have called, and this came of it.</summary>
    public CallResult? Call { get; init; }

    /// <summary>Lets it out of quarantine: all begins that would have begun with its capture.</summary>
    public bool ReleasesQuarantine { get; init; }

    /// <summary>Lets the articles go on for a person who had written of danger.</summary>
    public bool ReleasesArticles { get; init; }

    /// <summary>True holds back the articles of this lead, false lets them go on.</summary>
    public bool? IsFollowUpPaused { get; init; }

    /// <summary>A mail of this lead that was given up goes on its way again, or is set aside.</summary>
    public LetterChange? Letter { get; init; }

    /// <summary>Says nothing: a note is somebody's health, and records have a way into logs.</summary>
    public override string ToString() => nameof(LeadChange);
}
