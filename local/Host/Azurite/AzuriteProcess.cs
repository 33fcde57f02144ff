using System.Diagnostics;
using System.Text.Json;

namespace LeadFunctions.Local.Azurite;

/// <summary>
/// Azurite's table service as a child process on a free port of the loopback address. It goes with this process, also when this
/// process is killed, and every write it acknowledged is there at the next start on the same directory.
/// </summary>
public sealed class AzuriteProcess : IAsyncDisposable
{
    // A start waits for the process before it on the same directory, which may have a large table to save.
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(60);

    private readonly Process process;

    private readonly LastWords lastWords;
    private bool ended;

    private AzuriteProcess(Process process, LastWords lastWords, int port)
    {
        this.process = process;
        this.lastWords = lastWords;
        ConnectionString = DevelopmentAccount.ConnectionString(port);
    }

    /// <summary>For the table service only: Azurite's blobs and queues are not started.</summary>
    public string ConnectionString { get; }

    /// <summary>Starts on what the directory holds; makes the directory when there is none.</summary>
    /// <exception cref="AzuriteNotStartedException">Something is missing, or Azurite did not answer within 60 s.</exception>
    public static Task<AzuriteProcess> StartAsync(string dataDirectory, CancellationToken cancellationToken) =>
        StartAsync(["--directory", Path.GetFullPath(dataDirectory)], cancellationToken);

    /// <summary>
    /// Starts with no tables; what the directory held is gone. Deleting the files before a start instead would race with a process
    /// that is still saving into them.
    /// </summary>
    /// <exception cref="AzuriteNotStartedException">Something is missing, or Azurite did not answer within 60 s.</exception>
    public static Task<AzuriteProcess> StartFreshAsync(string dataDirectory, CancellationToken cancellationToken) =>
        StartAsync(["--fresh", "--directory", Path.GetFullPath(dataDirectory)], cancellationToken);

    /// <summary>Starts with no tables and keeps them in memory only: nothing is left on disk, ever.</summary>
    /// <exception cref="AzuriteNotStartedException">Something is missing, or Azurite did not answer within 60 s.</exception>
    public static Task<AzuriteProcess> StartInMemoryAsync(CancellationToken cancellationToken) => StartAsync(["--memory"], cancellationToken);

    /// <summary>Returns when all that was acknowledged is saved and the process has ended.</summary>
    public async ValueTask DisposeAsync()
    {
        if (ended)
        {
            return;
        }

        ended = true;
        process.StandardInput.Close();
        try
        {
            await process.WaitForExitAsync().WaitAsync(StopLimit);
        }
        catch (TimeoutException)
        {
            process.Kill();
            await process.WaitForExitAsync();
        }

        if (process.ExitCode != 0)
        {
            await Console.Error.WriteLineAsync($"Azurite did not end well, the last writes may be lost: {lastWords}");
        }

        process.Dispose();
    }

    private static async Task<AzuriteProcess> StartAsync(string[] options, CancellationToken cancellationToken)
    {
        var process = AzuriteLauncher.Start(options);
        var lastWords = new LastWords(process);
        try
        {
            var ready = await ReadyAsync(process, lastWords, cancellationToken).WaitAsync(StartLimit, cancellationToken);
            return new AzuriteProcess(process, lastWords, Port(ready));
        }
        catch (TimeoutException late)
        {
            Abandon(process);
            throw new AzuriteNotStartedException($"Azurite did not start within {StartLimit.TotalSeconds:0} s: {lastWords}", late);
        }
        catch
        {
            Abandon(process);
            throw;
        }
    }

    private static void Abandon(Process process)
    {
        process.Kill();
        process.Dispose();
    }

    private static async Task<string> ReadyAsync(Process process, LastWords lastWords, CancellationToken cancellationToken)
    {
        if (await process.StandardOutput.ReadLineAsync(cancellationToken) is { } ready)
        {
            return ready;
        }

        // Its last words come through another pipe: they are all here when the process has ended.
        await process.WaitForExitAsync(cancellationToken);
        throw new AzuriteNotStartedException($"Azurite did not start: {lastWords}");
    }

    private static int Port(string ready)
    {
        using var line = JsonDocument.Parse(ready);
        return line.RootElement.GetProperty("port").GetInt32();
    }
}
