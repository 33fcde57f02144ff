namespace LeadFunctions.Leads;

/// <summary>All that the rows of a store say of one lead, read row by row: where one is missing, it shows.</summary>
public sealed record LeadBook
{
    public required LeadId Id { get; init; }

    /// <summary>The lead; null where it has no row.</summary>
    public Lead? Lead { get; init; }

    /// <summary>Changes whenever the row of the lead does; empty where it has none.</summary>
    public string Version { get; init; } = "";

    /// <summary>What is remembered of the person; null where there is no such row.</summary>
    public Contact? Contact { get; init; }

    /// <summary>How many submissions the person has made, as far as they are on record.</summary>
    public int SubmissionsOfPerson { get; init; }

    /// <summary>Whether the submission is on record that became this lead: it was acknowledged, and a person's leads are found by it.</summary>
    public bool HasSubmission { get; init; }

    /// <summary>Whether its reference leads to it.</summary>
    public bool HasReference { get; init; }

    /// <summary>What is due for it, clocks of promises as well, whenever it was seen while this was read.</summary>
    public IReadOnlyList<DueWork> Due { get; init; } = [];

    /// <summary>What became of its mails.</summary>
    public IReadOnlyList<SendRecord> Sends { get; init; } = [];

    /// <summary>Its mails that were given up and that staff still have to look at.</summary>
    public IReadOnlyList<SendKey> Letters { get; init; } = [];

    /// <summary>Whether there are other rows that name it: notes, or the wish to be told of in a digest.</summary>
    public bool HasOthers { get; init; }

    /// <summary>Whether no row names it.</summary>
    public bool IsEmpty => Lead is null && !HasSubmission && !HasReference && !HasOthers && Due.Count == 0 && Sends.Count == 0 && Letters.Count == 0;

    /// <summary>The last step of a sequence of which something is on record; null for none.</summary>
    public SendRecord? LastOf(Track track) => Sends.Where(send => send.Key.Track == track).MaxBy(send => send.Key.Step);

    public bool HasWork(Track track) => Due.Any(work => work.Key.Track == track);

    public bool HasLetter(Track track) => Letters.Any(letter => letter.Track == track);
}
