using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;

namespace LeadFunctions.Tests.Packages.Tables;

/// <summary>Clients that speak to a <see cref="RecordingTransport"/> and do not wait between tries.</summary>
internal static class RecordedClients
{
    public const string Account = "https://clinic.table.core.windows.net";

    public static TableSharedKeyCredential Key { get; } = new("clinic", Convert.ToBase64String(new byte[32]));

    public static TableClient Table(RecordingTransport transport) => new(new Uri(Account), "leads", Key, Options(transport));

    public static TableServiceClient Service(RecordingTransport transport) => new(new Uri(Account), Key, Options(transport));

    public static TableClientOptions Options(HttpPipelineTransport transport, int retries = 0)
    {
        var options = new TableClientOptions { Transport = transport };
        options.Retry.MaxRetries = retries;
        options.Retry.Mode = RetryMode.Fixed;
        options.Retry.Delay = TimeSpan.Zero;
        return options;
    }
}
