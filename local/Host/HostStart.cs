using LeadFunctions.Local.Functions;
using LeadFunctions.Local.Http;
using LeadFunctions.Local.Timers;
using LeadFunctions.Start;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LeadFunctions.Local;

/// <summary>
/// The way from a host that was put together to one that answers. What can go on side by side does, since somebody waits: each step is mostly code that runs for
/// the first time.
/// </summary>
/// <param name="prepare">What must be there before a request is answered, if anything.</param>
internal sealed class HostStart(Func<IServiceProvider, CancellationToken, Task>? prepare)
{
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when all that requests need is there, or is cancelled when the start fails.</summary>
    public Task Ready => ready.Task;

    /// <summary>Whether the start is over. Until then it is for whoever started the host to hear what went wrong.</summary>
    public bool IsOver { get; private set; }

    /// <exception cref="LocalHostException">A schedule or route that cannot be, a setting that cannot be read.</exception>
    /// <exception cref="OptionsValidationException">Settings are missing or wrong, each named in the message.</exception>
    public async Task RunAsync(WebApplication app, IReadOnlyList<FunctionMethod> functions, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);

        // What is wrong with the settings is said first, whatever else came of it.
        var checking = Task.Run(() => Check(app.Services, functions), CancellationToken.None);
        try
        {
            await Task.WhenAll(
                OrStopAsync(checking, stop),
                OrStopAsync(ListenAsync(app, functions, stop.Token), stop),
                OrStopAsync(PrepareAsync(app.Services, checking, stop.Token), stop));
        }
        catch
        {
            ready.TrySetCanceled(CancellationToken.None);
            throw;
        }

        IsOver = true;
    }

    private static async Task OrStopAsync(Task step, CancellationTokenSource stop)
    {
        try
        {
            await step;
        }
        catch
        {
            await stop.CancelAsync();
            throw;
        }
    }

    private static void Check(IServiceProvider services, IReadOnlyList<FunctionMethod> functions)
    {
        try
        {
            services.GetKeyedService<IStartupValidator>(LocalHostBuilder.SettingsCheck)?.Validate();
        }
        catch (InvalidOperationException unreadable)
            when (unreadable.InnerException is FormatException or ArgumentException or OverflowException)
        {
            // A setting whose text is no number, no time, no address: the message names it.
            throw new LocalHostException(unreadable.Message, unreadable);
        }

        services.GetRequiredService<TimerFunctions>().Load(functions);
    }

    private async Task ListenAsync(WebApplication app, IReadOnlyList<FunctionMethod> functions, CancellationToken cancellationToken)
    {
        LocalHostRoutes.Map(app, functions, ready.Task);
        await app.StartAsync(cancellationToken);
    }

    private async Task PrepareAsync(IServiceProvider services, Task checking, CancellationToken cancellationToken)
    {
        await services.GetRequiredService<FirstAnswer>().WaitAsync(cancellationToken);
        await checking;
        await (prepare?.Invoke(services, cancellationToken) ?? Task.CompletedTask);
        ready.SetResult();
    }
}
