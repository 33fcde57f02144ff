using System.Net;
using System.Net.Sockets;
using LeadFunctions.Local;
using LeadFunctions.Start;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace LeadFunctions.Tests.Hosting;

public sealed class StartTests
{
    [Theory]
    [InlineData(typeof(MalformedProbes.NoTrigger), "Function 'NoTrigger' has 0 triggers: it needs exactly one.")]
    [InlineData(typeof(MalformedProbes.TwoTriggers), "Function 'TwoTriggers' has 2 triggers: it needs exactly one.")]
    [InlineData(typeof(MalformedProbes.WrongType), "Function 'WrongType': the trigger parameter 'body' must be of type HttpRequest.")]
    [InlineData(typeof(MalformedProbes.SameName), "The function name 'Same' must be unique within the app.")]
    [InlineData(typeof(MalformedProbes.SameRoute), "Function 'Second': its route conflicts with the route of function 'First'.")]
    [InlineData(typeof(MalformedProbes.Reserved), "Function 'Reserved': a route that begins with admin or runtime is the host's own.")]
    [InlineData(typeof(MalformedProbes.BrokenRoute), "Function 'BrokenRoute': its route is malformed.")]
    [InlineData(typeof(MalformedProbes.NoSchedule), "Function 'NoSchedule': the setting 'Nobody:Set:This' is missing.")]
    public async Task A_function_that_cannot_run_stops_the_start(Type functions, string problem)
    {
        var options = ProbeHost.Of(typeof(MalformedProbes)) with { Functions = type => type == functions };

        var thrown = await Assert.ThrowsAsync<LocalHostException>(() => LocalHost.StartAsync(options, CancellationToken.None));

        Assert.StartsWith(problem, thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_busy_port_stops_the_start_and_says_what_to_do()
    {
        using var other = new Socket(SocketType.Stream, ProtocolType.Tcp);
        other.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        other.Listen();
        var port = ((IPEndPoint)other.LocalEndPoint!).Port;

        var thrown = await Assert.ThrowsAsync<LocalHostException>(
            () => LocalHost.StartAsync(ProbeHost.Of(typeof(HttpProbes)) with { Port = port }, CancellationToken.None));

        Assert.Equal($"Port {port} is in use. Stop what listens there, or choose another with --port N.", thrown.Message);
    }

    [Fact]
    public async Task A_port_is_free_again_after_a_start_that_failed()
    {
        var port = 0;
        var options = ProbeHost.Of(typeof(HttpProbes));
        await using (var host = await LocalHost.StartAsync(options, CancellationToken.None))
        {
            port = host.BaseAddress.Port;
        }

        var invalid = options with { Port = port, Compose = AddInvalidSettings };
        await Assert.ThrowsAsync<OptionsValidationException>(() => LocalHost.StartAsync(invalid, CancellationToken.None));
        await using var again = await LocalHost.StartAsync(options with { Port = port }, CancellationToken.None);

        Assert.Equal(port, again.BaseAddress.Port);
    }

    [Fact]
    public async Task Wrong_settings_stop_the_start_and_say_nothing_to_the_log()
    {
        var log = new LogLines();

        var thrown = await Assert.ThrowsAsync<OptionsValidationException>(
            () => LocalHost.StartAsync(ProbeHost.Of(typeof(HttpProbes), log) with { Compose = AddInvalidSettings }, CancellationToken.None));

        Assert.Equal(["Probe:Name is missing.", "Probe:Size must be a number."], thrown.Failures);
        Assert.Empty(log.All);
    }

    [Fact]
    public async Task What_is_wrong_with_the_settings_is_said_first_whatever_else_comes_of_it()
    {
        var options = ProbeHost.Of(typeof(HttpProbes)) with
        {
            Compose = worker =>
            {
                AddInvalidSettings(worker);
                worker.Services.AddHostedService<StopsTheStart>();
            },
            Prepare = (_, _) => throw new LocalHostException("No tables."),
        };

        await Assert.ThrowsAsync<OptionsValidationException>(() => LocalHost.StartAsync(options, CancellationToken.None));
    }

    [Fact]
    public async Task What_stops_the_start_is_told_to_whoever_started_and_not_to_the_log()
    {
        var log = new LogLines();
        var options = ProbeHost.Of(typeof(HttpProbes), log) with { Compose = worker => worker.Services.AddHostedService<StopsTheStart>() };

        var thrown = await Assert.ThrowsAsync<ArgumentException>(() => LocalHost.StartAsync(options, CancellationToken.None));

        Assert.Equal("The clinic has no name.", thrown.Message);
        Assert.Empty(log.All);
    }

    [Fact]
    public async Task What_fails_after_the_start_is_told_to_the_log()
    {
        var log = new LogLines();
        var failing = new TaskCompletionSource();
        var options = ProbeHost.Of(typeof(HttpProbes), log) with { Compose = worker => worker.Services.AddHostedService(_ => new FailsLater(failing.Task)) };
        await using var host = await LocalHost.StartAsync(options, CancellationToken.None);
        var stopping = new TaskCompletionSource();
        using var registration = host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping.Register(stopping.SetResult);

        failing.SetException(new InvalidOperationException("Out of memory."));

        await stopping.Task.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Contains(log.All, line => line.Contains("Out of memory.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_setting_that_is_not_of_its_type_is_named()
    {
        var options = ProbeHost.Of(typeof(HttpProbes)) with
        {
            Settings = new Dictionary<string, string?> { ["Probe__Retention"] = "forever" },
            Compose = worker => worker.Services.AddOptions<Retention>().BindConfiguration("Probe").ValidateOnStart(),
        };

        var thrown = await Assert.ThrowsAsync<LocalHostException>(() => LocalHost.StartAsync(options, CancellationToken.None));

        Assert.Contains("Probe:Retention", thrown.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', thrown.Message);
    }

    [Fact]
    public async Task Doubles_come_last()
    {
        await using var host = await LocalHost.StartAsync(
            ProbeHost.Of(typeof(HttpProbes)) with
            {
                Compose = worker => worker.Services.AddSingleton("the app's"),
                Replace = services => services.AddSingleton("the double"),
            },
            CancellationToken.None);

        Assert.Equal("the double", host.Services.GetRequiredService<string>());
    }

    [Fact]
    public async Task The_clock_of_the_app_is_the_one_given()
    {
        var clock = new MovableClock();

        await using var host = await LocalHost.StartAsync(ProbeHost.Of(typeof(HttpProbes)) with { Clock = clock }, CancellationToken.None);

        Assert.Same(clock, host.Clock);
        Assert.Same(clock, host.Services.GetRequiredService<TimeProvider>());
    }

    internal static void AddInvalidSettings(IFunctionsWorkerApplicationBuilder worker)
    {
        worker.Services.AddOptions<InvalidSettings>().ValidateOnStart();
        worker.Services.AddSingleton<IValidateOptions<InvalidSettings>, InvalidSettings>();
    }

    private sealed class StopsTheStart : AfterStart
    {
        public override Task StartedAsync(CancellationToken cancellationToken) => throw new ArgumentException("The clinic has no name.");
    }

    private sealed class FailsLater(Task failing) : BackgroundService
    {
        protected override Task ExecuteAsync(CancellationToken stoppingToken) => failing;
    }

    internal sealed class Retention
    {
        [ConfigurationKeyName("Retention")]
        public TimeSpan Kept { get; set; }
    }

    internal sealed class InvalidSettings : IValidateOptions<InvalidSettings>
    {
        public ValidateOptionsResult Validate(string? name, InvalidSettings options) =>
            ValidateOptionsResult.Fail(["Probe:Name is missing.", "Probe:Size must be a number."]);
    }
}
