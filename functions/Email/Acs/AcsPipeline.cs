using Azure.Core;
using Azure.Core.Pipeline;

namespace LeadFunctions.Email;

/// <summary>Puts together what a request to Azure Communication Services goes through.</summary>
internal static class AcsPipeline
{
    // As its own client libraries ask for tokens, with the two slashes.
    private const string Scope = "https://communication.azure.com//.default";

    private const string PassedOn = "passed-on";

    /// <param name="account">The resource.</param>
    /// <param name="credential">The app's identity; asked only when the account has no key.</param>
    /// <param name="http">Reaches the resource.</param>
    /// <param name="clock">Dates the signatures.</param>
    internal static HttpPipeline Create(AcsAccount account, TokenCredential credential, HttpClient http, TimeProvider clock)
    {
        var options = new Options
        {
            // A mail that was sent again by itself was delivered twice (Azure/azure-sdk-for-net#50889).
            Retry = { MaxRetries = 0 },
            Diagnostics = { IsLoggingContentEnabled = false, IsTelemetryEnabled = false },
            Transport = new HttpClientTransport(http),
        };
        HttpPipelinePolicy authentication = account.Key is { } key
            ? new AcsKeyPolicy(key, clock)
            : new BearerTokenAuthenticationPolicy(credential, Scope);
        return HttpPipelineBuilder.Build(options, authentication, new PassedOnPolicy());
    }

    /// <summary>Whether a request came past its authentication; before that, nothing of it has left.</summary>
    internal static bool IsPassedOn(HttpMessage message) => message.TryGetProperty(PassedOn, out _);

    private sealed class Options : ClientOptions;

    private sealed class PassedOnPolicy : HttpPipelineSynchronousPolicy
    {
        public override void OnSendingRequest(HttpMessage message) => message.SetProperty(PassedOn, true);
    }
}
