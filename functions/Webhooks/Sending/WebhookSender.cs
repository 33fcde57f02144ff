using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using LeadFunctions.Network;
using Microsoft.Extensions.Options;

namespace LeadFunctions.Webhooks;

/// <summary>Posts to an endpoint, signed as Standard Webhooks has it. Follows no redirect, reads no body, and throws nothing of the network.</summary>
public sealed class WebhookSender(WebhookClients clients, IOptions<WebhooksOptions> options, TimeProvider clock)
{
    private static readonly TimeSpan LongestHold = TimeSpan.FromDays(1);

    // What 429 asks for when it names no time.
    private static readonly TimeSpan UsualHold = TimeSpan.FromMinutes(5);

    public async Task<WebhookAnswer> PostAsync(WebhookEndpoint endpoint, string id, byte[] body, CancellationToken cancellationToken)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(options.Value.Timeout);
        using var request = ToRequest(endpoint, id, body);
        try
        {
            using var response = await clients.Of(endpoint).SendAsync(request, HttpCompletionOption.ResponseHeadersRead, timeout.Token);
            return Read(response);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new WebhookAnswer.Failed("timeout");
        }
        catch (Exception exception) when (exception is ForbiddenAddressException || exception.InnerException is ForbiddenAddressException)
        {
            return new WebhookAnswer.Failed("forbidden");
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            return new WebhookAnswer.Failed("unreachable");
        }
    }

    private HttpRequestMessage ToRequest(WebhookEndpoint endpoint, string id, byte[] body)
    {
        var timestamp = clock.GetUtcNow().ToUnixTimeSeconds();
        var request = new HttpRequestMessage(HttpMethod.Post, endpoint.Url) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new("application/json");
        request.Headers.UserAgent.Add(new("LeadFunctions", "1"));
        request.Headers.Add("webhook-id", id);
        request.Headers.Add("webhook-timestamp", timestamp.ToString(CultureInfo.InvariantCulture));
        request.Headers.TryAddWithoutValidation("webhook-signature", WebhookSignature.Of(id, timestamp, body, endpoint.Secrets));
        return request;
    }

    private WebhookAnswer Read(HttpResponseMessage response)
    {
        var text = ((int)response.StatusCode).ToString(CultureInfo.InvariantCulture);
        return response.StatusCode switch
        {
            _ when response.IsSuccessStatusCode => new WebhookAnswer.Taken(text),
            HttpStatusCode.Gone => new WebhookAnswer.Gone(text),
            HttpStatusCode.TooManyRequests => new WebhookAnswer.Failed(text, HoldOf(response.Headers.RetryAfter) ?? UsualHold),
            _ => new WebhookAnswer.Failed(text, HoldOf(response.Headers.RetryAfter)),
        };
    }

    // An endpoint that asks for a year has made a mistake.
    private TimeSpan? HoldOf(RetryConditionHeaderValue? header)
    {
        var wait = header?.Delta ?? (header?.Date - clock.GetUtcNow());
        return wait is not { } hold || hold <= TimeSpan.Zero ? null : hold < LongestHold ? hold : LongestHold;
    }
}
