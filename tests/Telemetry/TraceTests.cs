using System.Net.Http.Json;
using System.Text.Json;
using LeadFunctions.FollowUp;
using LeadFunctions.Telemetry;
using LeadFunctions.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LeadFunctions.Tests.Telemetry;

/// <summary>From the form to the mail there is one line to follow, and from a problem to its log lines.</summary>
public sealed class TraceTests : IAsyncLifetime
{
    private readonly Heard heard = new();
    private readonly ScopedLogs logs = new();
    private HostedApp app = null!;

    public async Task InitializeAsync() => app = await HostedApp.StartAsync(services => services.AddSingleton<ILoggerProvider>(logs));

    public async Task DisposeAsync()
    {
        await app.DisposeAsync();
        heard.Dispose();
        logs.Dispose();
    }

    [Fact]
    public async Task Each_mail_is_linked_to_the_form_it_came_of_days_later_too()
    {
        var captured = await app.Client.PostAsJsonAsync(
            new Uri("/api/appointments", UriKind.Relative),
            new { name = "Robin Example", email = "robin@example.com", concerns = new[] { "depression" }, consent = new { articles = true } });
        Assert.True(captured.IsSuccessStatusCode);
        await app.Get<DrainHandler>().HandleAsync(default);
        await app.AdvanceAsync(TimeSpan.FromDays(3));
        await app.Get<DrainHandler>().HandleAsync(default);

        var lead = Assert.Single(app.Leads.Leads).Id.ToString();
        var capture = Assert.Single(heard.Steps, span => span.OperationName == "capture" && (string?)span.GetTagItem("lead") == lead);
        var mails = heard.Steps.Where(span => span.OperationName == "mail.send" && ((string)span.GetTagItem("mail")!).StartsWith(lead, StringComparison.Ordinal)).ToList();
        Assert.True(mails.Count >= 3, $"{mails.Count} mails");
        Assert.All(mails, mail => Assert.Equal((capture.TraceId, capture.SpanId), (Assert.Single(mail.Links).Context.TraceId, mail.Links.Single().Context.SpanId)));
        Assert.All(mails, mail => Assert.Equal("Accepted", mail.GetTagItem("outcome")));
        Assert.Contains(heard.Steps, span => span.OperationName == "CaptureAppointment" && span.SpanId == capture.ParentSpanId);
    }

    [Fact]
    public async Task A_problem_names_the_trace_under_which_it_was_logged()
    {
        app.Leads.IsAway = true;

        using var answer = await app.Client.PostAsJsonAsync(new Uri("/api/appointments", UriKind.Relative), new { name = "Robin Example", email = "robin@example.com" });

        Assert.Equal(503, (int)answer.StatusCode);
        var trace = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("traceId").GetString();
        Assert.Matches("^[0-9a-f]{32}$", trace);
        Assert.Contains(logs.Lines, line => line.Trace == trace && line.Text.Contains("could not be stored", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_form_that_does_not_hold_names_its_trace_too()
    {
        using var answer = await app.Client.PostAsJsonAsync(new Uri("/api/appointments", UriKind.Relative), new { name = "Robin Example" });

        Assert.Equal(400, (int)answer.StatusCode);
        Assert.Matches("^[0-9a-f]{32}$", (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("traceId").GetString());
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("http://127.0.0.1:4317", true)]
    [InlineData("collector:4317", false)]
    [InlineData("nonsense", false)]
    public void An_endpoint_that_is_none_stops_the_start(string endpoint, bool holds)
    {
        using var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection([new(TelemetryOptions.Setting, endpoint)]).Build())
            .AddTelemetry()
            .BuildServiceProvider();

        var problem = Record.Exception(() => services.GetRequiredService<IOptions<TelemetryOptions>>().Value);

        Assert.Equal(holds, problem is null);
        Assert.True(holds || problem!.Message.StartsWith(TelemetryOptions.Setting, StringComparison.Ordinal));
    }

    private sealed class ScopedLogs : ILoggerProvider, ISupportExternalScope
    {
        private readonly List<(string? Trace, string Text)> lines = [];
        private IExternalScopeProvider scopes = new LoggerExternalScopeProvider();

        public IReadOnlyList<(string? Trace, string Text)> Lines
        {
            get
            {
                lock (lines)
                {
                    return [.. lines];
                }
            }
        }

        public void SetScopeProvider(IExternalScopeProvider scopeProvider) => scopes = scopeProvider;

        public ILogger CreateLogger(string categoryName) => new Scoped(this);

        public void Dispose()
        {
        }

        private sealed class Scoped(ScopedLogs logs) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state)
                where TState : notnull => null;

            public bool IsEnabled(LogLevel logLevel) => true;

            public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
            {
                string? trace = null;
                logs.scopes.ForEachScope(
                    (scope, _) => trace = scope is IEnumerable<KeyValuePair<string, object>> fields && fields.FirstOrDefault(field => field.Key == "TraceId").Value is { } id ? id.ToString() : trace,
                    state: (object?)null);
                lock (logs.lines)
                {
                    logs.lines.Add((trace, formatter(state, exception)));
                }
            }
        }
    }
}
