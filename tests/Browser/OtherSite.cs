using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace LeadFunctions.Tests.Browser;

/// <summary>A website of somebody else: pages as they are given, on an origin of its own.</summary>
internal sealed class OtherSite : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, (string Html, string? Policy)> pages = new();
    private readonly WebApplication site;

    private OtherSite(WebApplication site) => this.site = site;

    /// <summary>Scheme, host and port, without a slash.</summary>
    public string Origin => Address.GetLeftPart(UriPartial.Authority);

    public Uri Address => new(site.Urls.First());

    public static async Task<OtherSite> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var other = new OtherSite(builder.Build());
        other.site.Run(other.AnswerAsync);
        await other.site.StartAsync();
        return other;
    }

    /// <summary>Puts a page there.</summary>
    /// <param name="path">With its slash.</param>
    /// <param name="html">What stands in its body.</param>
    /// <param name="policy">Its content security policy, or null.</param>
    public void Put(string path, string html, string? policy = null) => pages[path] = (
        $"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,"><title>Another site</title></head><body>{html}</body></html>""",
        policy);

    public ValueTask DisposeAsync() => site.DisposeAsync();

    private Task AnswerAsync(HttpContext context)
    {
        if (!pages.TryGetValue(context.Request.Path, out var page))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        if (page.Policy is { } policy)
        {
            context.Response.Headers.ContentSecurityPolicy = policy;
        }

        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync(page.Html);
    }
}
