using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace LeadFunctions.Telemetry;

/// <summary>
/// Exports by OTLP from its making to its end, where a collector is named; else it does nothing, and the code of OpenTelemetry stays on the disk:
/// loading it costs a start.
/// </summary>
[ProviderAlias("OpenTelemetry")]
public sealed class TelemetryExport : ILoggerProvider, ISupportExternalScope
{
    private readonly ILoggerProvider logs;

    public TelemetryExport(IConfiguration settings) =>
        logs = AddressIn(settings[TelemetryOptions.Setting]) is null ? NullLoggerProvider.Instance : OtlpExport.Start(settings);

    /// <returns>Null when the text is no address of a collector.</returns>
    public static Uri? AddressIn(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps) ? address : null;

    public ILogger CreateLogger(string categoryName) => logs.CreateLogger(categoryName);

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => (logs as ISupportExternalScope)?.SetScopeProvider(scopeProvider);

    public void Dispose() => logs.Dispose();
}
