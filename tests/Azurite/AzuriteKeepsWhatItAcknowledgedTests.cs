using LeadFunctions.Local.Azurite;
using LeadFunctions.Tests.Support;

namespace LeadFunctions.Tests.Azurite;

/// <summary>However the process that uses Azurite ends, the next one finds every row that was acknowledged.</summary>
public sealed class AzuriteKeepsWhatItAcknowledgedTests : IDisposable
{
    private const int Rows = 200;

    private readonly TemporaryDirectory data = new();

    [Fact]
    public Task When_its_parent_is_killed_outright() => AllRowsSurviveAsync(parent =>
    {
        parent.Kill();
        return Task.CompletedTask;
    });

    [Fact]
    public Task When_its_parent_is_asked_to_end() => AllRowsSurviveAsync(parent => parent.SignalAsync("TERM"));

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    [InlineData("HUP")]
    public Task When_a_signal_reaches_it_together_with_its_parent(string signal) =>
        AllRowsSurviveAsync(parent => parent.SignalGroupAsync(signal));

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public Task When_it_is_told_twice_to_end_although_its_parent_stays(string signal) => AllRowsSurviveAsync(async parent =>
    {
        await parent.SignalLauncherAsync(signal);
        await new PlainTable(parent.ConnectionString).CountAsync();
        await parent.SignalLauncherAsync(signal);
    });

    [Fact]
    public async Task A_signal_alone_does_not_take_it_from_a_parent_that_still_writes()
    {
        using var parent = await DoomedParent.StartAsync(data.Path);
        await parent.SignalLauncherAsync("INT");

        await new PlainTable(parent.ConnectionString).WriteAsync(Rows);

        parent.Kill();
        await AssertAllRowsAreThereAsync();
    }

    [Fact]
    public async Task Nothing_stays_behind_when_its_parent_is_killed()
    {
        using var parent = await DoomedParent.StartAsync(data.Path);

        parent.Kill();

        await parent.BothEndAsync();
    }

    public void Dispose() => data.Dispose();

    private async Task AllRowsSurviveAsync(Func<DoomedParent, Task> end)
    {
        using var parent = await DoomedParent.StartAsync(data.Path);
        await new PlainTable(parent.ConnectionString).WriteAsync(Rows);

        await end(parent);

        await AssertAllRowsAreThereAsync();
    }

    private async Task AssertAllRowsAreThereAsync()
    {
        await using var successor = await AzuriteProcess.StartAsync(data.Path, CancellationToken.None);
        Assert.Equal(Rows, await new PlainTable(successor.ConnectionString).CountAsync());
    }
}
