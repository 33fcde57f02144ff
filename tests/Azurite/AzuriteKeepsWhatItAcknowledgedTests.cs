using LeadFunctions.Local.Azurite;
using LeadFunctions.Tests.Support;

namespace LeadFunctions.Tests.Azurite;

/// <summary>However the process that uses Azurite ends, the next one finds every row that was acknowledged.</summary>
public sealed class AzuriteKeepsWhatItAcknowledgedTests : IDisposable
{
    private const int Rows = 200;

    private readonly TemporaryDirectory data = new();

    [Fact]
    public Task When_its_parent_is_killed_outright() => AllRowsSurviveAsync(parent => parent.KillAsync());

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

        await parent.KillAsync();
        Assert.Equal(Rows, await RowsAtNextStartAsync());
    }

    [Fact]
    public async Task When_its_parent_is_killed_in_the_middle_of_writing()
    {
        using var parent = await DoomedParent.StartAsync(data.Path);
        var table = new PlainTable(parent.ConnectionString);
        await table.CreateAsync();
        var acknowledged = 0;

        await Task.WhenAll(Enumerable.Range(0, 8).Select(async writer =>
        {
            for (var row = 0; await table.TryAddAsync($"{writer}.{row}"); row++)
            {
                if (Interlocked.Increment(ref acknowledged) == Rows)
                {
                    await parent.KillAsync();
                }
            }
        }));

        Assert.InRange(await RowsAtNextStartAsync(), acknowledged, acknowledged + 8);
    }

    [Fact]
    public async Task One_that_was_killed_itself_does_not_keep_the_next_from_starting()
    {
        using var parent = await DoomedParent.StartAsync(data.Path);

        await parent.SignalLauncherAsync("KILL");

        Assert.Equal(0, await RowsAtNextStartAsync());
    }

    [Fact]
    public async Task Nothing_stays_behind_when_its_parent_is_killed()
    {
        using var parent = await DoomedParent.StartAsync(data.Path);

        await parent.KillAsync();

        await parent.BothEndAsync();
    }

    public void Dispose() => data.Dispose();

    private async Task AllRowsSurviveAsync(Func<DoomedParent, Task> end)
    {
        using var parent = await DoomedParent.StartAsync(data.Path);
        await new PlainTable(parent.ConnectionString).WriteAsync(Rows);

        await end(parent);

        Assert.Equal(Rows, await RowsAtNextStartAsync());
    }

    private async Task<int> RowsAtNextStartAsync()
    {
        await using var successor = await AzuriteProcess.StartAsync(data.Path, CancellationToken.None);
        return await new PlainTable(successor.ConnectionString).CountAsync();
    }
}
