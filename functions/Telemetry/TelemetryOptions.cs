namespace LeadFunctions.Telemetry;

/// <summary>Where traces, metrics and logs go, in the settings that OpenTelemetry has for all programs (opentelemetry.io/docs/specs/otel/protocol/exporter).</summary>
public sealed class TelemetryOptions
{
    /// <summary>The setting that switches it on.</summary>
    public const string Setting = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>Where a collector takes OTLP; empty for nowhere, and then nothing of OpenTelemetry is even loaded.</summary>
    public string Endpoint { get; set; } = "";
}
