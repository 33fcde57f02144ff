using LeadFunctions.Backup;
using LeadFunctions.Leads;
using LeadFunctions.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using NSubstitute;
using NSubstitute.ExceptionExtensions;

namespace LeadFunctions.Tests.Backup;

public sealed class BackupHandlerTests
{
    private static readonly DateOnly Today = DateOnly.FromDateTime(ALead.Noon.UtcDateTime);
    private static readonly BackupPart First = new("a00");
    private static readonly BackupPart Second = new("events");

    private readonly IBackups backups = Substitute.For<IBackups>();
    private readonly FakeTimeProvider clock = new(ALead.Noon);

    public BackupHandlerTests()
    {
        backups.IsSetUp.Returns(true);
        backups.UnfinishedAsync(Today, Arg.Any<CancellationToken>()).Returns([First, Second]);
        backups.CopyAsync(Today, Arg.Any<BackupPart>(), Arg.Any<CancellationToken>()).Returns(true);
        backups.AllAsync(Arg.Any<CancellationToken>()).Returns([new(Today, 2, ALead.Noon), new(Today.AddDays(-14), 2, ALead.Noon), new(Today.AddDays(-15), 2, null)]);
    }

    [Fact]
    public async Task The_parts_that_are_missing_are_copied_and_no_others()
    {
        backups.UnfinishedAsync(Today, Arg.Any<CancellationToken>()).Returns([Second]);

        await TickAsync();

        await backups.Received(1).CopyAsync(Today, Second, Arg.Any<CancellationToken>());
        await backups.DidNotReceive().CopyAsync(Today, First, Arg.Any<CancellationToken>());
    }

    [Fact]
    public async Task Copies_older_than_they_are_kept_are_removed_once_the_new_one_is_complete()
    {
        await TickAsync();

        await backups.Received(1).RemoveAsync(Today.AddDays(-15), Arg.Any<CancellationToken>());
        await backups.DidNotReceive().RemoveAsync(Today.AddDays(-14), Arg.Any<CancellationToken>());
    }

    [Fact]
    public async Task No_copy_is_removed_while_the_new_one_is_not_complete()
    {
        backups.CopyAsync(Today, Second, Arg.Any<CancellationToken>()).Returns(false);

        await TickAsync();

        await backups.DidNotReceiveWithAnyArgs().RemoveAsync(default, default);
    }

    [Fact]
    public async Task A_day_whose_copy_is_complete_is_left_alone()
    {
        backups.UnfinishedAsync(Today, Arg.Any<CancellationToken>()).Returns([]);

        await TickAsync();

        await backups.DidNotReceiveWithAnyArgs().CopyAsync(default, null!, default);
        await backups.DidNotReceiveWithAnyArgs().RemoveAsync(default, default);
    }

    [Fact]
    public async Task An_account_that_is_away_is_left_to_the_next_tick()
    {
        backups.CopyAsync(Today, First, Arg.Any<CancellationToken>()).ThrowsAsync(new LeadStoreUnavailableException());

        await TickAsync();

        await backups.DidNotReceiveWithAnyArgs().RemoveAsync(default, default);
    }

    [Fact]
    public async Task A_tick_asks_to_stop_after_45_seconds_and_begins_no_other_part()
    {
        backups.UnfinishedAsync(Today, Arg.Any<CancellationToken>()).Returns([.. Enumerable.Range(0, 9).Select(number => new BackupPart($"part{number}"))]);
        var begun = 0;
        backups.CopyAsync(Today, Arg.Any<BackupPart>(), Arg.Any<CancellationToken>()).Returns(call =>
        {
            // All that run at once, and with the last of them time is up.
            if (Interlocked.Increment(ref begun) == 4)
            {
                clock.Advance(TimeSpan.FromSeconds(46));
            }

            var asked = new TaskCompletionSource<bool>();
            call.Arg<CancellationToken>().Register(() => asked.SetResult(false));
            return asked.Task;
        });

        await TickAsync();

        Assert.Equal(4, begun);
    }

    [Fact]
    public async Task Without_a_second_account_nothing_is_done()
    {
        backups.IsSetUp.Returns(false);

        await TickAsync();

        await backups.DidNotReceiveWithAnyArgs().UnfinishedAsync(default, default);
    }

    private Task TickAsync() => new BackupHandler(backups, Options.Create(new BackupOptions()), clock, NullLogger<BackupHandler>.Instance).HandleAsync(default);
}
