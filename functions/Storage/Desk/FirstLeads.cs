using LeadFunctions.Leads;

namespace LeadFunctions.Storage;

/// <summary>The newest leads of a shard of any of several filters.</summary>
/// <param name="Leads">Newest first.</param>
/// <param name="LastKey">The key behind which there are more; null when these are all.</param>
internal sealed record ToldLeads(IReadOnlyList<Lead> Leads, string? LastKey);

/// <summary>What all shards have told of several lists at once, and how far back it goes: as far as the shard that has told least.</summary>
internal sealed class FirstLeads
{
    private readonly List<Lead> leads;
    private readonly bool isAll;

    private FirstLeads(List<Lead> leads, bool isAll) => (this.leads, this.isAll) = (leads, isAll);

    /// <param name="shards">What each has told; none where nobody was asked.</param>
    public static FirstLeads Of(IReadOnlyList<ToldLeads> shards)
    {
        var lastKey = shards.Select(shard => shard.LastKey).OfType<string>().Min(StringComparer.Ordinal);
        var told = shards.SelectMany(shard => shard.Leads)
            .Select(lead => (Key: RowKeys.Lead(lead.Handle), Lead: lead))
            .Where(lead => lastKey is null || string.CompareOrdinal(lead.Key, lastKey) <= 0)
            .OrderBy(lead => lead.Key, StringComparer.Ordinal)
            .Select(lead => lead.Lead);
        return new([.. told], shards.Count > 0 && lastKey is null);
    }

    /// <param name="filter">Which leads, and since when they were asked for.</param>
    /// <param name="wanted">How many are wanted.</param>
    /// <returns>The newest, newest first, so many or all that there are; null where more may be further back.</returns>
    public List<Lead>? TryFind(LeadFilter filter, int wanted)
    {
        var found = leads.Where(filter.Matches).Take(wanted).ToList();
        return found.Count == wanted || (isAll && filter.CapturedFrom is null) ? found : null;
    }
}
