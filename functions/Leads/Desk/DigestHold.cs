namespace LeadFunctions.Leads;

/// <summary>What the digest of a date tells, fixed once somebody has it, so that whoever gets theirs later reads the same.</summary>
/// <param name="Leads">The leads that no digest had told of before.</param>
/// <param name="Letters">The mails that were given up, and that no digest had told of before.</param>
public sealed record DigestHold(IReadOnlyList<LeadHandle> Leads, IReadOnlyList<SendKey> Letters)
{
    /// <summary>So many of each are fixed; a clinic that gets more in a day reads the rest at its desk.</summary>
    public const int Most = 800;

    /// <summary>Who has it: keyed hashes of members (<see cref="LeadKeys.Member"/>).</summary>
    public IReadOnlyCollection<string> Receivers { get; init; } = [];
}
