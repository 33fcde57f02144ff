using Azure.Data.Tables;
using LeadFunctions.Leads;

namespace LeadFunctions.Storage;

/// <summary>
/// Reads the books from the table of leads: of every shard four ranges of keys, each of another kind of row. It is asked once a day, and goes
/// through all submissions, mails and due work that there are; only those of the stretch come back.
/// </summary>
public sealed class TableLeadLedger(TableClient table, ILeadDesk desk) : ILeadLedger
{
    public async Task<LeadLedger> ReadAsync(DateTimeOffset from, DateTimeOffset before, CancellationToken cancellationToken)
    {
        var stored = desk.AllAsync(new() { CapturedFrom = from, CapturedBefore = before }, after: null, cancellationToken).ToListAsync(cancellationToken).AsTask();
        var received = EachShardAsync(RowKeys.SubmissionPrefix, LeadRow.Captured(from, before), [.. LeadRow.HandleColumns], LeadRow.ToHandleOfLead, cancellationToken);
        var sends = EachShardAsync(RowKeys.SendPrefix, TableClient.CreateQueryFilter($"At ge {from}"), [.. WorkRow.OutcomeColumns], WorkRow.ToOutcome, cancellationToken);
        var due = EachShardAsync(RowKeys.DuePrefix, LeadRow.Captured(from, before), [.. WorkRow.KeyColumns], WorkRow.ToKey, cancellationToken);
        await Task.WhenAll(stored, received, sends, due);
        return new()
        {
            Received = (await received).Select(lead => lead.Id).ToHashSet(),
            Stored = await stored,
            Alerted = (await sends).Where(send => send is { Key.Track: Track.Alert, Result: SendResult.Accepted }).Select(send => send.Key.Lead).ToHashSet(),
            InFollowUp = (await sends).Select(send => send.Key).Concat(await due).Where(key => key.Track == Track.Visitor).Select(key => key.Lead).ToHashSet(),
        };
    }

    private async Task<List<T>> EachShardAsync<T>(
        string prefix, string filter, IReadOnlyCollection<string> columns, Func<TableEntity, T> read, CancellationToken cancellationToken)
    {
        var rows = await Task.WhenAll(Shard.All.Select(shard => table.RowsAsync($"{TableRows.Beginning(shard.ToString(), prefix)} and {filter}", int.MaxValue, columns, cancellationToken)
            .Select(read)
            .ToListAsync(cancellationToken)
            .AsTask()));
        return [.. rows.SelectMany(row => row)];
    }
}
