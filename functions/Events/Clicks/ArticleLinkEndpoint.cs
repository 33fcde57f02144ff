using LeadFunctions.Http;
using LeadFunctions.Leads;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace LeadFunctions.Events;

/// <summary>Answers who follows a link in a mail.</summary>
public sealed class ArticleLinkEndpoint(ArticleLinkHandler handler, IOptions<ProxyOptions> proxies)
{
    // Sec-Purpose is the standard's (fetch.spec.whatwg.org), the others are what older browsers and mail programs send.
    private static readonly string[] PurposeHeaders = ["Sec-Purpose", "Purpose", "X-Purpose", "X-Moz"];

    /// <param name="request">The request.</param>
    /// <param name="token">The token of the link.</param>
    /// <param name="bindingData">The binding data of the invocation, which knows the sender's headers.</param>
    public async Task<IResult> AnswerAsync(HttpRequest request, string token, IReadOnlyDictionary<string, object?> bindingData)
    {
        var visitor = new LinkVisitor(
            FetchOf(request),
            request.Headers.UserAgent.ToString(),
            ClientAddress.Of(request, bindingData, proxies.Value.TrustedProxies));
        if (await handler.FollowAsync(token, visitor) is not { } article)
        {
            return Problems.NotFound;
        }

        // Every visit is to come to us, or a person who follows what a browser fetched ahead would not be seen.
        request.HttpContext.Response.Headers.CacheControl = "no-store";
        return TypedResults.Redirect(article.ToString());
    }

    private static LinkFetch FetchOf(HttpRequest request) =>
        HttpMethods.IsHead(request.Method) ? LinkFetch.Head
        : PurposeHeaders.Any(header => IsAhead(request.Headers[header].ToString())) ? LinkFetch.Prefetch
        : LinkFetch.Get;

    private static bool IsAhead(string purpose) =>
        purpose.Contains("prefetch", StringComparison.OrdinalIgnoreCase) || purpose.Contains("preview", StringComparison.OrdinalIgnoreCase);
}
