using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using LeadFunctions.Leads;
using Microsoft.Extensions.Logging;

namespace LeadFunctions.Storage;

/// <summary>
/// The staff desk over the table of leads. A list is asked of all shards at once, each for little more than its share of the page, and merged:
/// every shard keeps its leads newest first already.
/// </summary>
/// <param name="table">The table of leads.</param>
/// <param name="logger">Told of rows that cannot be read.</param>
/// <param name="index">By what sealed leads are found; null where none is sealed.</param>
internal sealed partial class TableLeadDesk(TableClient table, ILogger<TableLeadDesk> logger, SearchIndex? index = null) : ILeadDesk
{
    private const int LargestPage = 1000;
    private const int AtOnce = 8;

    private readonly LeadFileReading files = new(table);
    private readonly ChangeTransaction changes = new(table);

    // What the last reading of several lists has taught: it costs a question too many when it is wrong, and never an answer.
    private volatile Lookback lookback = Lookback.Unknown;

    public async Task<LeadPage> ListAsync(LeadFilter filter, LeadCursor? after, int limit, CancellationToken cancellationToken)
    {
        var found = await WhereAsync(filter, after, OfAShard(filter, limit), cancellationToken).Take(limit + 1).ToListAsync(cancellationToken);
        return ToPage(found, limit);
    }

    public async Task<IReadOnlyList<LeadPage>> FirstPagesAsync(IReadOnlyList<WantedPage> wanted, CancellationToken cancellationToken)
    {
        var filters = lookback.Of(wanted);
        var told = LeadQuery.InAnyOf(Shard.All[0], filters) is null ? [] : await Task.WhenAll(Shard.All.Select(shard =>
            TellAsync(LeadQuery.InAnyOf(shard, filters)!, OfAShard(Lookback.Wider(wanted.Sum(page => page.Limit))), cancellationToken)));
        var first = FirstLeads.Of(told);
        var found = await Task.WhenAll(wanted.Zip(filters, async (page, filter) => first.TryFind(filter, page.Limit + 1)
            ?? await WhereAsync(page.Filter, after: null, OfAShard(page.Filter, page.Limit), cancellationToken).Take(page.Limit + 1).ToListAsync(cancellationToken)));
        lookback = Lookback.After(wanted, found);
        return [.. wanted.Zip(found, (page, leads) => ToPage(leads, page.Limit))];
    }

    public IAsyncEnumerable<Lead> AllAsync(LeadFilter filter, LeadCursor? after, CancellationToken cancellationToken) =>
        WhereAsync(filter, after, LargestPage, cancellationToken);

    public Task<LeadFile?> FindAsync(LeadId id, CancellationToken cancellationToken) => files.ReadAsync(id, cancellationToken);

    public Task<ChangeOutcome> ChangeAsync(LeadId id, StaffOrder order, CancellationToken cancellationToken) => changes.RunAsync(id, order, cancellationToken);

    public async Task<IReadOnlyList<GivenUpMail>> GivenUpAsync(int limit, CancellationToken cancellationToken)
    {
        var rows = await Task.WhenAll(Shard.All.Select(shard => table.BeginningAsync(shard, RowKeys.DeadLetterPrefix, cancellationToken).ToListAsync(cancellationToken).AsTask()));
        var letters = rows.SelectMany(row => row)
            .Select(row => (Lead: WorkRow.ToHandleOfLetter(row), Letter: WorkRow.ToDeadLetter(row)))
            .OrderBy(letter => letter.Letter.At)
            .Take(limit);
        var mails = new List<GivenUpMail>();
        foreach (var some in letters.Chunk(AtOnce))
        {
            foreach (var (row, letter) in (await Task.WhenAll(some.Select(one =>
                table.FindAsync(one.Lead.Id.Shard.ToString(), RowKeys.Lead(one.Lead), cancellationToken)))).Zip(some))
            {
                if (row is not null && TryRead(row) is { } lead)
                {
                    mails.Add(new(lead, letter.Letter));
                }
            }
        }

        return mails;
    }

    public Task ViewedAsync(LeadId id, StaffActor by, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var row = TimelineRow.ToRow(id, new(at, by, new(TimelineKind.Viewed)), StorageCalls.NewNonce(), index: 0);

        // Put and not inserted, so that the client library may try again: nobody else writes under this mark.
        return StorageCalls.RunAsync(token => table.UpsertEntityAsync(row, TableUpdateMode.Replace, token), cancellationToken);
    }

    private async IAsyncEnumerable<Lead> WhereAsync(LeadFilter filter, LeadCursor? after, int ofAShard, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (filter.Search is { IsHopeless: true })
        {
            yield break;
        }

        if (filter.Search?.Reference is { } reference
            && await files.FindHandleAsync(reference, cancellationToken) is { } handle
            && await table.FindAsync(handle.Id.Shard.ToString(), RowKeys.Lead(handle), cancellationToken) is { } row)
        {
            if (after is null && TryRead(row) is { } lead && (filter with { Search = null }).Matches(lead))
            {
                yield return lead;
            }

            yield break;
        }

        var candidates = filter.Search?.Contact is { } contact
            ? files.OfPersonAsync(contact, after, cancellationToken)
            : CandidatesAsync(new(filter, after, index), ofAShard, cancellationToken);
        await foreach (var candidate in candidates)
        {
            if (filter.Matches(candidate))
            {
                yield return candidate;
            }
        }
    }

    private async IAsyncEnumerable<Lead> CandidatesAsync(LeadQuery query, int ofAShard, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var shards = Shard.All.Select(shard => table.RowsAsync(query.In(shard), ofAShard, LeadRow.Shown, cancellationToken));
        await foreach (var row in ShardMerge.InOrderAsync(shards, cancellationToken))
        {
            if (TryRead(row) is { } lead)
            {
                yield return lead;
            }
        }
    }

    // No more than the first rows: where there are others behind them, the key of the last says how far this goes.
    private async Task<ToldLeads> TellAsync(string query, int most, CancellationToken cancellationToken)
    {
        var rows = await table.RowsAsync(query, most, LeadRow.Shown, cancellationToken).Take(most).ToListAsync(cancellationToken);
        return new([.. rows.Select(TryRead).OfType<Lead>()], rows.Count < most ? null : rows[^1].RowKey);
    }

    private static LeadPage ToPage(List<Lead> found, int limit) =>
        found.Count <= limit ? new(found, Next: null) : new(found[..limit], new(found[limit - 1].Handle));

    // Contacts are spread evenly, so what a shard has of a page strays from its share by little more than the root of it: so much is seldom too
    // little, and then the shard is asked once more. Of a name of several words storage is asked for one, and of a sealed name for its first letters,
    // so most of what it finds may be somebody else.
    private int OfAShard(LeadFilter filter, int limit) =>
        Math.Min(filter.Search?.NameBeginnings.Count > (index is null ? 1 : 0) ? 8 * OfAShard(limit) : OfAShard(limit), LargestPage);

    private static int OfAShard(int limit)
    {
        var share = (double)(limit + 1) / Shard.Count;
        return Math.Min((int)(share + (4 * Math.Sqrt(share)) + 4), LargestPage);
    }

    // A row that this version cannot read must not hide all others from staff.
    private Lead? TryRead(TableEntity row)
    {
        try
        {
            return LeadRow.ToLead(row);
        }
        catch (Exception exception) when (Unreadable.Is(exception))
        {
            LogUnreadable(exception, row.PartitionKey, row.RowKey);
            return null;
        }
    }

    [LoggerMessage(LogLevel.Error, "Row {Partition} {Row} cannot be read; it is left out of the list.")]
    private partial void LogUnreadable(Exception exception, string partition, string row);
}
