using Azure.Data.Tables;
using LeadFunctions.Leads;
using LeadFunctions.Storage;
using LeadFunctions.Tests.Support;

namespace LeadFunctions.Tests.Marketing;

/// <summary>One promise, two keepers: a report is claimed by one, and again only when nobody can tell whether it was sent.</summary>
[Collection(AzuriteCollection.Name)]
public sealed class ReportMarksTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = ALead.Noon;

    private readonly TableClient table = new(azurite.ConnectionString, "events" + Guid.CreateVersion7().ToString("n"));
    private readonly ReportMark report = new(new(2026, 3, 2), ALead.AContact());

    public async Task InitializeAsync() => await table.CreateAsync();

    public async Task DisposeAsync() => await table.DeleteAsync();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_report_is_claimed_once_and_again_when_its_claim_is_over_and_never_when_it_was_sent(bool isStored)
    {
        var marks = isStored ? (IReportMarks)new TableReportMarks(table) : new InMemoryEventStore().Statistics;
        var end = Now.AddMinutes(10);

        Assert.True(await marks.TryClaimAsync(report, Now, end, default));
        Assert.False(await marks.TryClaimAsync(report, end.AddTicks(-1), end, default));
        Assert.True(await marks.TryClaimAsync(report with { Week = report.Week.AddDays(7) }, Now, end, default));
        Assert.True(await marks.TryClaimAsync(report with { Member = ALead.AContact() }, Now, end, default));
        Assert.True(await marks.TryClaimAsync(report, end, end.AddMinutes(10), default));
        await marks.FinishAsync(report, default);
        Assert.False(await marks.TryClaimAsync(report, Now.AddDays(6), Now.AddDays(7), default));
    }

    [Fact]
    public async Task Of_two_that_claim_at_once_one_gets_it()
    {
        var claims = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => new TableReportMarks(table).TryClaimAsync(report, Now, Now.AddMinutes(10), default)));

        Assert.Single(claims, claimed => claimed);
    }

    [Fact]
    public async Task A_key_holds_no_address()
    {
        await new TableReportMarks(table).FinishAsync(report, default);

        Assert.All(await table.QueryAsync<TableEntity>().ToListAsync(), row => Assert.Matches("^[0-9a-f~]+$", row.RowKey));
    }
}
