using Azure.Data.Tables;
using LeadFunctions.Leads;

namespace LeadFunctions.Storage;

/// <summary>Reads and moves some rows of one partition with as few requests as the service allows.</summary>
public sealed class TableLeadBatches(TableClient table) : ILeadBatches
{
    private readonly RowsByKey rows = new(table);
    private readonly MoveTransactions moves = new(table);

    public async Task<IReadOnlyDictionary<LeadHandle, Lead>> FindAsync(
        Shard shard, IReadOnlyCollection<LeadHandle> handles, CancellationToken cancellationToken)
    {
        // Filed by time, and what is due together was mostly captured together.
        var wanted = handles.Distinct().ToDictionary(RowKeys.Lead);
        var found = await rows.FindNeighboursAsync(shard, wanted.Keys, cancellationToken);
        return found.ToDictionary(row => wanted[row.RowKey], LeadRow.ToLead);
    }

    public async Task<IReadOnlyDictionary<ContactKey, Contact>> FindContactsAsync(
        Shard shard, IReadOnlyCollection<ContactKey> keys, CancellationToken cancellationToken)
    {
        // Filed by a hash: no two stand together.
        var wanted = keys.Distinct().ToDictionary(RowKeys.Contact);
        var found = await rows.FindAsync(shard, wanted.Keys, cancellationToken);
        return found.Select(row => ContactRow.ToContact(wanted[row.RowKey], row)).ToDictionary(contact => contact.Key);
    }

    public Task<IReadOnlyList<MoveOutcome>> TryMoveAsync(Shard shard, IReadOnlyList<Move> moves, CancellationToken cancellationToken) =>
        this.moves.RunAsync(shard, moves, cancellationToken);
}
