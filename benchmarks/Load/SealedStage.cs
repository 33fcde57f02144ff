using Azure.Data.Tables;
using LeadFunctions.Leads;
using LeadFunctions.Storage;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace LeadFunctions.Benchmarks;

/// <summary>Rows sealed as a deployment has them.</summary>
internal static class SealedStage
{
    public static LeadKeys Keys { get; } = new(Options.Create(new LeadsOptions { Pepper = "a-pepper-for-a-measurement-that-is-long" }));

    public static SealedTable Of(TableClient table)
    {
        var seal = new Seal(Options.Create(new SealingOptions { Keys = { "bench:" + Convert.ToBase64String(new byte[32]) } }));
        var months = new DataKeys(table, seal, TimeProvider.System, NullLogger<DataKeys>.Instance);
        return new(table, new(months, new(Keys), NullLogger<RowSealing>.Instance));
    }
}
