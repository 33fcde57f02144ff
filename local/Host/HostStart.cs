using System.Runtime.ExceptionServices;
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
    private static readonly object Settings = new();

    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private readonly TaskCompletionSource asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private CancellationToken started;

    /// <summary>Whether all that requests need is there.</summary>
    public bool IsReady => ready.Task.IsCompletedSuccessfully;

    /// <summary>Whether the start is over. Until then it is for whoever started the host to hear what went wrong.</summary>
    public bool IsOver => started.IsCancellationRequested;

    /// <summary>
    /// Lets whoever started the host hear of all settings that are wrong. The framework would look at them before anything else begins, and would write
    /// its stack to the log for what is a line to the user.
    /// </summary>
    public static void TakeOverSettings(IServiceCollection services)
    {
        if (services.FirstOrDefault(service => service.ServiceType == typeof(IStartupValidator)) is { ImplementationType: { } validator } check)
        {
            services.Remove(check);
            services.AddKeyedSingleton(typeof(IStartupValidator), Settings, validator);
        }
    }

    /// <summary>Somebody needs what has not been prepared yet.</summary>
    /// <returns>Ends when it is there, and is cancelled when the start fails.</returns>
    public Task AskAsync()
    {
        asked.TrySetResult();
        return ready.Task;
    }

    /// <exception cref="LocalHostException">A schedule or route that cannot be, a setting that cannot be read.</exception>
    /// <exception cref="OptionsValidationException">Settings are missing or wrong, each named in the message.</exception>
    public async Task RunAsync(WebApplication app, IReadOnlyList<FunctionMethod> functions, CancellationToken cancellationToken)
    {
        started = app.Lifetime.ApplicationStarted;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);

        var checking = Task.Run(() => Check(app.Services, functions), CancellationToken.None);
        var failures = await Task.WhenAll(
            FailureOfAsync(checking, stop),
            FailureOfAsync(ListenAsync(app, functions, stop.Token), stop),
            FailureOfAsync(PrepareAsync(app.Services, checking, stop.Token), stop));

        // In this order, and not in that in which they failed: what is wrong with the settings is said first, whatever else came of it.
        if (failures.OfType<Exception>().OrderBy(failure => failure is OperationCanceledException).FirstOrDefault() is { } reason)
        {
            ready.TrySetCanceled(CancellationToken.None);
            ExceptionDispatchInfo.Throw(reason);
        }
    }

    // One that fails ends the others.
    private static async Task<Exception?> FailureOfAsync(Task step, CancellationTokenSource stop)
    {
        try
        {
            await step;
            return null;
        }
        catch (Exception failure)
        {
            await stop.CancelAsync();
            return failure;
        }
    }

    private static void Check(IServiceProvider services, IReadOnlyList<FunctionMethod> functions)
    {
        try
        {
            services.GetKeyedService<IStartupValidator>(Settings)?.Validate();
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
        LocalHostRoutes.Map(app, functions, this);
        await app.StartAsync(cancellationToken);
    }

    private async Task PrepareAsync(IServiceProvider services, Task checking, CancellationToken cancellationToken)
    {
        await Task.WhenAny(asked.Task, services.GetRequiredService<FirstAnswer>().WaitAsync(cancellationToken));
        cancellationToken.ThrowIfCancellationRequested();
        await checking;
        await (prepare?.Invoke(services, cancellationToken) ?? Task.CompletedTask);
        ready.SetResult();
    }
}
