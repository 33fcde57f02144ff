using System.Diagnostics;
using Azure.Data.Tables;
using LeadFunctions.Leads;
using LeadFunctions.Storage;

namespace LeadFunctions.Benchmarks;

/// <summary>What the weekly look through the rows of a shard takes, in time and in memory: all of a shard is in memory then.</summary>
internal static class ScrubBench
{
    // What is kept of a lead does not depend on how many there are, and the emulator is slow with many rows in one partition.
    private const int Leads = 2_000;
    private const int LeadsInOne = 10;
    private const int Rounds = 3;

    private static readonly Shard Shard = Shard.All[0];

    public static async Task<ScrubFigures> RunAsync(Stage stage)
    {
        await stage.EmptyAsync(Stage.Floor);
        var table = SealedStage.Of(new TableServiceClient(stage.Storage).GetTableClient(Stage.Floor));
        var now = TimeProvider.System.GetUtcNow();
        await Load.RunAsync(Leads / LeadsInOne, 1, batch => table.SubmitTransactionAsync(
            Enumerable.Range(batch * LeadsInOne, LeadsInOne).SelectMany(number => RowsOf(MadeUpLead.Of(number, Shard.Number, now)).Actions)));

        var store = new TableScrubStore(table);
        var seconds = new List<double>();
        var bytes = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            var before = GC.GetTotalMemory(forceFullCollection: true);
            var (took, during) = await ReadAsync(store);
            seconds.Add(took);
            bytes.Add((double)(during - before) / Leads);
        }

        return new(Leads, [.. seconds], [.. bytes]);
    }

    // On its own, so that nothing of it is left when the next round begins.
    private static async Task<(double Seconds, long Bytes)> ReadAsync(TableScrubStore store)
    {
        var begun = Stopwatch.GetTimestamp();
        var books = await store.ReadAsync(Shard, default);
        var seconds = Stopwatch.GetElapsedTime(begun).TotalSeconds;
        var bytes = GC.GetTotalMemory(forceFullCollection: true);
        return books is { Books.Count: Leads, Unreadable.Count: 0 } ? (seconds, bytes) : throw new InvalidOperationException("Not all leads were read.");
    }

    // Of somebody who was answered: the request, its person, and three mails that have left.
    private static Batch RowsOf(Lead lead) => new Batch(Shard)
        .Insert(LeadRow.ToSubmissionRow(new(lead, lead.Id.ToString(), "fingerprint"), "0"))
        .Insert(LeadRow.ToReferenceRow(lead))
        .Insert(LeadRow.ToRow(lead, "0"))
        .Insert(ContactRow.ToSeen(lead))
        .Insert(WorkRow.ToRow(Shard, Sent(lead, Track.Alert, 0), "0"))
        .Insert(WorkRow.ToRow(Shard, Sent(lead, Track.Visitor, 0), "0"))
        .Insert(WorkRow.ToRow(Shard, Sent(lead, Track.Visitor, 1) with { Articles = ["depression-and-chronic-pain"] }, "0"));

    private static SendRecord Sent(Lead lead, Track track, int step) => new()
    {
        Key = new(lead.Id, track, step),
        Result = SendResult.Accepted,
        At = lead.CapturedAt.AddDays(step),
        Attempts = 1,
    };
}
