using LeadFunctions.Local.Azurite;
using LeadFunctions.Tests.Support;

namespace LeadFunctions.Tests.Azurite;

public sealed class AzuriteProcessTests : IDisposable
{
    private static readonly CancellationToken Cancel = CancellationToken.None;

    private readonly TemporaryDirectory data = new();

    [Fact]
    public async Task What_was_acknowledged_is_there_at_the_next_start()
    {
        await using (var first = await AzuriteProcess.StartAsync(data.Path, Cancel))
        {
            await new PlainTable(first.ConnectionString).WriteAsync(rows: 200);
        }

        await using var second = await AzuriteProcess.StartAsync(data.Path, Cancel);

        Assert.Equal(200, await new PlainTable(second.ConnectionString).CountAsync());
    }

    [Fact]
    public async Task A_second_process_waits_until_the_first_has_left_the_directory()
    {
        var first = await AzuriteProcess.StartAsync(data.Path, Cancel);
        var second = AzuriteProcess.StartAsync(data.Path, Cancel);
        await new PlainTable(first.ConnectionString).WriteAsync(rows: 20);
        Assert.False(second.IsCompleted);

        await first.DisposeAsync();

        await using var successor = await second;
        Assert.Equal(20, await new PlainTable(successor.ConnectionString).CountAsync());
    }

    [Fact]
    public async Task A_fresh_start_has_no_tables()
    {
        await using (var first = await AzuriteProcess.StartAsync(data.Path, Cancel))
        {
            await new PlainTable(first.ConnectionString).WriteAsync(rows: 1);
        }

        await using var fresh = await AzuriteProcess.StartFreshAsync(data.Path, Cancel);

        Assert.Equal(0, await new PlainTable(fresh.ConnectionString).CountAsync());
    }

    [Fact]
    public async Task Connections_may_idle_longer_than_a_pool_keeps_them()
    {
        using var pool = new SocketsHttpHandler();
        await using var azurite = await AzuriteProcess.StartInMemoryAsync(Cancel);

        var keptAlive = await new PlainTable(azurite.ConnectionString).KeepAliveAsync();

        Assert.True(keptAlive > pool.PooledConnectionIdleTimeout, $"{keptAlive} is shorter than the pool's own limit.");
    }

    [Fact]
    public async Task A_directory_that_cannot_be_made_is_named_in_one_line()
    {
        var file = Path.Combine(data.Path, "file");
        await File.WriteAllTextAsync(file, "not a directory", Cancel);

        var refusal = await Assert.ThrowsAsync<AzuriteNotStartedException>(() => AzuriteProcess.StartAsync(file, Cancel));

        Assert.Contains(file, refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refusal.Message);
    }

    [Fact]
    public async Task Data_that_cannot_be_read_is_named_in_one_line()
    {
        var tables = Path.Combine(data.Path, "__azurite_db_table__.json");
        await File.WriteAllTextAsync(tables, "{ cut sho", Cancel);

        var refusal = await Assert.ThrowsAsync<AzuriteNotStartedException>(() => AzuriteProcess.StartAsync(data.Path, Cancel));

        Assert.Contains(tables, refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refusal.Message);
    }

    public void Dispose() => data.Dispose();
}
