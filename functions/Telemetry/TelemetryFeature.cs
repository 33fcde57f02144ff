using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LeadFunctions.Telemetry;

public static class TelemetryFeature
{
    /// <summary>
    /// Gives every log line the id of its trace, and exports traces, metrics and logs where a setting names a collector. Needs logging.
    /// </summary>
    public static IServiceCollection AddTelemetry(this IServiceCollection services)
    {
        services.AddOptions<TelemetryOptions>()
            .Configure<IConfiguration>((options, settings) => options.Endpoint = settings[TelemetryOptions.Setting] ?? "")
            .Validate(IsAddressOrNothing, $"{TelemetryOptions.Setting} should be the http or https address of a collector that takes OTLP, or be left out.")
            .ValidateOnStart();
        services.Configure<LoggerFactoryOptions>(logging => logging.ActivityTrackingOptions |= ActivityTrackingOptions.TraceId);

        // A provider of logs, since these are made before all else: what is exported begins with the start.
        return services.AddSingleton<ILoggerProvider, TelemetryExport>();
    }

    private static bool IsAddressOrNothing(TelemetryOptions options) =>
        options.Endpoint.Length == 0 || TelemetryExport.AddressIn(options.Endpoint) is not null;
}
