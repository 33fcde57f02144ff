using LeadFunctions.Health;
using LeadFunctions.Leads;
using LeadFunctions.Tests.Support;
using Microsoft.Extensions.Time.Testing;
using NSubstitute;

namespace LeadFunctions.Tests.Health;

public sealed class SecondAccountLookTests : IDisposable
{
    private readonly ILeadSpill spill = Substitute.For<ILeadSpill>();
    private readonly IBackups backups = Substitute.For<IBackups>();
    private readonly FakeTimeProvider clock = new(ALead.Noon);
    private readonly SecondAccountLook look;
    private bool isAway;

    public SecondAccountLookTests()
    {
        spill.IsSetUp.Returns(true);
        spill.WaitingAsync(default).ReturnsForAnyArgs(_ => isAway ? throw new LeadStoreUnavailableException() : AsyncEnumerable.Empty<SpilledLead>());
        backups.IsSetUp.Returns(true);
        backups.AllAsync(default).ReturnsForAnyArgs([new StoredBackup(new(2026, 3, 2), 5, ALead.Noon.AddHours(-3)), new StoredBackup(new(2026, 3, 3), 2, null)]);
        look = new(spill, backups, clock);
    }

    public void Dispose() => look.Dispose();

    [Fact]
    public async Task Without_a_second_account_nothing_is_asked()
    {
        spill.IsSetUp.Returns(false);

        Assert.Null(await look.ReadAsync(default));
        _ = spill.DidNotReceiveWithAnyArgs().WaitingAsync(default);
    }

    [Fact]
    public async Task Who_asks_often_makes_it_asked_once_a_minute_and_for_its_copies_once_a_quarter_of_an_hour()
    {
        for (var second = 0; second < 20 * 60; second += 10)
        {
            Assert.Equal(new SecondAccountFacts(IsAway: false, ALead.Noon.AddHours(-3)), await look.ReadAsync(default));
            clock.Advance(TimeSpan.FromSeconds(10));
        }

        _ = spill.ReceivedWithAnyArgs(20).WaitingAsync(default);
        _ = backups.ReceivedWithAnyArgs(2).AllAsync(default);
    }

    [Fact]
    public async Task One_that_does_not_answer_is_away_and_is_there_again_a_minute_after_it_is_back()
    {
        await look.ReadAsync(default);
        clock.Advance(TimeSpan.FromMinutes(1));
        isAway = true;

        Assert.Equal(new SecondAccountFacts(IsAway: true, null), await look.ReadAsync(default));

        isAway = false;
        Assert.True((await look.ReadAsync(default))!.IsAway);
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(new SecondAccountFacts(IsAway: false, ALead.Noon.AddHours(-3)), await look.ReadAsync(default));
    }
}
