using System.Text;
using LeadFunctions.Articles;
using LeadFunctions.Local.Http;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LeadFunctions.Local.Website;

/// <summary>The clinic's website as far as leads come from it: an article with both calls to action, and the widget in its place.</summary>
internal sealed class WebsiteRoutes(ILoggerFactory loggers) : ILocalRoutes
{
    private const string FirstArticle = "depression-and-chronic-pain";

    // What a careful website would allow itself, so that the widget is seen to live with it.
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; "
        + "frame-ancestors 'none'; require-trusted-types-for 'script'";

    public void Map(IEndpointRouteBuilder routes)
    {
        // A host of other functions than the app's has no articles.
        if (routes.ServiceProvider.GetRequiredService<IServiceProviderIsService>().IsService(typeof(ArticleCatalogue)))
        {
            routes.Map("GET", "/", PageAsync);
            routes.Map("GET", "/local/website.css", _ => TypedResults.Text(Read("website.css"), "text/css; charset=utf-8"));
            routes.Map("GET", "/local/website.js", _ => TypedResults.Text(Read("website.js"), "text/javascript; charset=utf-8"));
        }
    }

    /// <summary>With <c>?article=</c> another article than the first.</summary>
    private async Task<IResult> PageAsync(HttpContext context)
    {
        var catalogue = context.RequestServices.GetRequiredService<ArticleCatalogue>();
        var slug = (string?)context.Request.Query["article"] ?? FirstArticle;
        if (!catalogue.TryFind(slug, out var article))
        {
            return TypedResults.Problem("There is no such article.", statusCode: StatusCodes.Status404NotFound);
        }

        context.Response.Headers.ContentSecurityPolicy = Policy;
        context.Response.Headers.CacheControl = "no-store";

        // A renderer keeps every component that it ever rendered, so each page has its own.
        await using var renderer = new HtmlRenderer(context.RequestServices, loggers);
        var parameters = ParameterView.FromDictionary(new Dictionary<string, object?> { [nameof(ArticlePage.Article)] = article });
        var html = await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<ArticlePage>(parameters)).ToHtmlString());
        return TypedResults.Text(html, "text/html; charset=utf-8");
    }

    private static string Read(string file)
    {
        using var stream = typeof(WebsiteRoutes).Assembly.GetManifestResourceStream(file)
            ?? throw new InvalidOperationException($"The website's {file} is not in the assembly.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
