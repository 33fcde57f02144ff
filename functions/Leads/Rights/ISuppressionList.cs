namespace LeadFunctions.Leads;

/// <summary>Who is not written to, under keyed hashes only.</summary>
public interface ISuppressionList
{
    /// <summary>Every reason of every contact of a shard.</summary>
    IAsyncEnumerable<(ContactKey Contact, Suppression Suppression)> AllAsync(Shard shard, CancellationToken cancellationToken);
}
