using Azure.Data.Tables;
using LeadFunctions.Leads;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LeadFunctions.Storage;

/// <summary>Looks after the keys of the months, and seals rows from before there was any.</summary>
internal sealed class TableLeadSealing(
    [FromKeyedServices(StorageFeature.Plain)] TableClient table,
    DataKeys keys,
    Seal seal,
    RowSealing rows,
    KeyMirror mirror,
    OlderKeys older,
    TimeProvider clock,
    ILogger<TableLeadSealing> logger) : ILeadSealing
{
    private readonly KeyShredding shredding = new(table, clock, logger);
    private readonly KeyWrapping wrapping = new(table, seal);
    private readonly PlainRows plain = new(table, rows);

    public bool IsOn => seal.HasKeys;

    public Task PrepareAsync(CancellationToken cancellationToken) => IsOn ? keys.PrepareAsync(cancellationToken) : Task.CompletedTask;

    public Task<int> ShredAsync(CancellationToken cancellationToken) => IsOn ? shredding.RunAsync(cancellationToken) : Task.FromResult(0);

    public async Task<WrappedKeys> WrapAsync(CancellationToken cancellationToken)
    {
        if (!IsOn)
        {
            return new(0, 0);
        }

        var wrapped = await wrapping.RunAsync(cancellationToken);
        await mirror.UpdateAsync(cancellationToken);
        return wrapped;
    }

    public Task<SealedRows> SealAsync(Shard shard, CancellationToken cancellationToken) =>
        IsOn ? plain.SealAsync(shard, cancellationToken) : Task.FromResult(new SealedRows(0, IsAll: true));

    public async Task<OlderKeyUses> OlderKeysAsync(CancellationToken cancellationToken) => !IsOn ? new(0, 0, [])
        : new(await wrapping.OlderAsync(cancellationToken) + await mirror.OlderAsync(cancellationToken), await older.WaitingAsync(cancellationToken), await older.CopiesAsync(cancellationToken));
}
