using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using LeadFunctions.Leads;
using Microsoft.Extensions.DependencyInjection;

namespace LeadFunctions.Storage;

/// <summary>
/// Keeps evidence in a table of its own. Nothing is read before it is written and nothing is ever changed: the key of a row is made of
/// what it says, so writing it again changes nothing. As many rows as can go in one transaction do.
/// </summary>
/// <param name="table">The table of events.</param>
/// <param name="leads">Evidence that comes late is kept only of leads that are still there.</param>
public sealed class TableEventStore([FromKeyedServices(StorageFeature.Events)] TableClient table, IStoredLeads leads) : IEventStore
{
    private const string First = "0";
    private const int PartitionsAtOnce = 8;

    private readonly ReportedUntilRow reported = new(table);
    private readonly ErasedRows erased = new(table);

    public async Task KeepAsync(IReadOnlyCollection<MailEvent> events, CancellationToken cancellationToken)
    {
        var hours = events.Select(happened => EventHour.Of(happened.At)).Distinct().ToList();
        await PutAsync(
            events.SelectMany(happened => new[]
            {
                EventRow.ToRow(happened, happened.Mail.Lead.Shard.ToString()),
                EventRow.ToRow(happened, EventKeys.Hour(happened.At)),
            }),
            cancellationToken);

        // Whoever sees that the hour has changed must find the reason in it, and whoever sees how far the provider has told, all it told.
        await PutAsync(
            hours.SelectMany(hour => new[] { HourMarks.ToRow(EventKeys.HourMark(hour)), HourMarks.ToRow(StatisticsKeys.NewEvidence(hour)) }),
            cancellationToken);

        // Asked after it was written: of this and an erasure that comes at the same time, one sees the other.
        foreach (var lead in await GoneAmongAsync(events, cancellationToken))
        {
            await DeleteAsync(lead, cancellationToken);
        }

        if (events.Where(IsReport).Max(happened => (DateTimeOffset?)happened.At) is { } until)
        {
            await reported.RaiseAsync(until, cancellationToken);
        }
    }

    public Task KeepOthersAsync(IReadOnlyCollection<OtherMailEvent> events, CancellationToken cancellationToken) =>
        PutAsync(events.Select(EventRow.ToRow), cancellationToken);

    public IAsyncEnumerable<MailEvent> OfMailAsync(SendKey mail, CancellationToken cancellationToken) =>
        BeginningAsync(mail.Lead.Shard.ToString(), EventKeys.Mail(mail) + "~", cancellationToken);

    public IAsyncEnumerable<MailEvent> OfLeadAsync(LeadId lead, CancellationToken cancellationToken) =>
        BeginningAsync(lead.Shard.ToString(), EventKeys.Lead(lead), cancellationToken);

    public IAsyncEnumerable<MailEvent> OfHourAsync(DateTimeOffset hour, CancellationToken cancellationToken) =>
        BeginningAsync(EventKeys.Hour(hour), "", cancellationToken);

    public async IAsyncEnumerable<EventHour> HoursAsync(DateTimeOffset from, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in table.RowsAsync(EventKeys.Index, EventKeys.HourMark(from), EventKeys.AfterHours, int.MaxValue, cancellationToken))
        {
            yield return new(EventKeys.ToHour(row.RowKey), row.Text(Columns.Nonce));
        }
    }

    public async Task<int> CountOthersAsync(DateTimeOffset hour, CancellationToken cancellationToken)
    {
        var count = 0;
        await foreach (var row in table.RowsAsync(EventKeys.OthersOf(hour), First, EventKeys.After(""), int.MaxValue, cancellationToken))
        {
            count++;
        }

        return count;
    }

    public Task<DateTimeOffset?> ReportedUntilAsync(CancellationToken cancellationToken) => reported.ReadAsync(cancellationToken);

    public async Task ForgetAsync(LeadId lead, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await erased.AddAsync(lead, now, cancellationToken);
        await DeleteAsync(lead, cancellationToken);
    }

    // Mostly nothing is late, and then one request tells.
    private async Task<IEnumerable<LeadId>> GoneAmongAsync(IReadOnlyCollection<MailEvent> events, CancellationToken cancellationToken)
    {
        var gone = (await erased.AmongAsync([.. events.Select(happened => happened.Mail.Lead)], cancellationToken)).ToHashSet();
        foreach (var lead in events.Where(happened => happened.IsLate).Select(happened => happened.Mail.Lead).Distinct().Where(lead => !gone.Contains(lead)).ToList())
        {
            if (!await leads.IsStoredAsync(lead, cancellationToken))
            {
                gone.Add(lead);
            }
        }

        return gone;
    }

    private async Task DeleteAsync(LeadId lead, CancellationToken cancellationToken)
    {
        await new LeadErasure(table, lead).RunAsync(cancellationToken);

        // The copy that is found by the lead goes last: when this is cut short, it still leads to the others.
        var rows = new List<TableEntity>();
        await foreach (var row in table.RowsAsync(lead.Shard.ToString(), EventKeys.Lead(lead), EventKeys.After(EventKeys.Lead(lead)), int.MaxValue, cancellationToken))
        {
            rows.Add(row);
        }

        await DeleteAsync(rows.Select(row => (EventKeys.Hour(row.Time(nameof(MailEvent.At))), row.RowKey)), cancellationToken);
        await DeleteAsync(rows.Select(row => (row.PartitionKey, row.RowKey)), cancellationToken);
    }

    private static bool IsReport(MailEvent happened) => happened is { Kind: MailEventKind.Processed, Fetch: null };

    private async IAsyncEnumerable<MailEvent> BeginningAsync(string partition, string beginning, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in table.RowsAsync(partition, beginning, EventKeys.After(beginning), int.MaxValue, cancellationToken))
        {
            yield return EventRow.ToEvent(row);
        }
    }

    private Task PutAsync(IEnumerable<TableEntity> rows, CancellationToken cancellationToken) => Parallel.ForEachAsync(
        rows.DistinctBy(row => (row.PartitionKey, row.RowKey))
            .GroupBy(row => row.PartitionKey)
            .SelectMany(partition => partition.Chunk(Batch.MostRows)),
        new ParallelOptions { MaxDegreeOfParallelism = PartitionsAtOnce, CancellationToken = cancellationToken },
        async (chunk, token) => await table.CommitAsync(
            chunk.Aggregate(new Batch(chunk[0].PartitionKey), (batch, row) => batch.Put(row)), token));

    private Task DeleteAsync(IEnumerable<(string Partition, string Row)> rows, CancellationToken cancellationToken) => Parallel.ForEachAsync(
        rows,
        new ParallelOptions { MaxDegreeOfParallelism = PartitionsAtOnce, CancellationToken = cancellationToken },
        async (row, token) => await StorageCalls.RunAsync(call => table.DeleteEntityAsync(row.Partition, row.Row, ETag.All, call), token));
}
