namespace LeadFunctions.Leads;

/// <summary>One change that puts the rows of a lead right, and causes no mail that has been sent.</summary>
public abstract record ScrubRepair
{
    private ScrubRepair()
    {
    }

    /// <summary>Whether it takes something away.</summary>
    public bool IsRemoval => this is RemoveWork or RemoveAll;

    /// <summary>The work that is missing is there again, as long as neither the lead nor the person has changed.</summary>
    public sealed record AddWork(DueWork Work) : ScrubRepair;

    /// <summary>The reference leads to the lead again.</summary>
    public sealed record AddReference : ScrubRepair;

    /// <summary>The person's leads are found by it again; a repetition of the very submission is not recognised.</summary>
    public sealed record AddSubmission : ScrubRepair;

    /// <summary>The person is remembered again, as of their one request.</summary>
    public sealed record AddContact : ScrubRepair;

    /// <summary>Work is taken away, as it was read.</summary>
    public sealed record RemoveWork(DueWork Work) : ScrubRepair;

    /// <summary>All rows are taken away of a lead that is not there.</summary>
    public sealed record RemoveAll : ScrubRepair;
}
