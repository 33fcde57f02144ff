using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace LeadFunctions.Telemetry;

/// <summary>
/// OpenTelemetry at work, with services of its own. Of the spans of others, none are exported: those of the platform carry web addresses, and
/// ours carry tokens that open pages.
/// </summary>
internal sealed class OtlpExport : ILoggerProvider, ISupportExternalScope
{
    private readonly ServiceProvider services;

    private OtlpExport(ServiceProvider services)
    {
        this.services = services;
        services.GetRequiredService<TracerProvider>();
        services.GetRequiredService<MeterProvider>();
    }

    private ILoggerProvider Logs => services.GetRequiredService<ILoggerProvider>();

    public static OtlpExport Start(IConfiguration settings)
    {
        var services = new ServiceCollection().AddSingleton(settings);
        services.AddLogging(logging => logging.AddOpenTelemetry());
        services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(settings["OTEL_SERVICE_NAME"] ?? Spans.Name))
            .WithTracing(tracing => tracing.AddSource(Spans.Name).SetSampler(new AlwaysOnSampler()))
            .WithMetrics(metrics => metrics.AddMeter(Spans.Name))
            .WithLogging()
            .UseOtlpExporter();
        return new(services.BuildServiceProvider());
    }

    public ILogger CreateLogger(string categoryName) => Logs.CreateLogger(categoryName);

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => (Logs as ISupportExternalScope)?.SetScopeProvider(scopeProvider);

    // What waits to be exported goes now.
    public void Dispose() => services.Dispose();
}
