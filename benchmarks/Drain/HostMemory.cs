namespace LeadFunctions.Benchmarks;

/// <summary>How much more memory a host holds while it does something.</summary>
internal static class HostMemory
{
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(100);

    /// <returns>What the work returns, and by how many bytes the host grew at most since it was begun.</returns>
    public static async Task<(T Result, long Growth)> WatchAsync<T>(HostProcess host, Func<Task<T>> work)
    {
        var before = host.Memory;
        var most = before;
        var done = work();
        while (await Task.WhenAny(done, Task.Delay(Between)) != done)
        {
            most = Math.Max(most, host.Memory);
        }

        return (await done, most - before);
    }
}
