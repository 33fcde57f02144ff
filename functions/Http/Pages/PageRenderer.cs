using LeadFunctions.Languages;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace LeadFunctions.Http;

/// <summary>Renders pages on the server. Whatever a component shows is encoded by Razor.</summary>
public sealed class PageRenderer(IServiceProvider services, ILoggerFactory loggers, SiteStyle style)
{
    /// <typeparam name="TPage">The component of the page.</typeparam>
    /// <typeparam name="TView">What it shows.</typeparam>
    /// <param name="view">What it shows.</param>
    /// <param name="status">The HTTP status code.</param>
    /// <param name="scriptHost">The one foreign host whose script and frame the page holds, such as <c>https://example.com</c>; null for none.</param>
    /// <param name="ownScript">The one script of ours that is part of the page, as a policy names it: <c>'sha256-…'</c>, or <c>'self'</c> where it is a file; it may ask us for more. Null for none.</param>
    public async Task<IResult> RenderAsync<TPage, TView>(TView view, int status = StatusCodes.Status200OK, string? scriptHost = null, string? ownScript = null)
        where TPage : Page<TView>
        where TView : class
    {
        // A renderer keeps every component that it ever rendered, so each page has its own.
        await using var renderer = new HtmlRenderer(services, loggers);
        var parameters = ParameterView.FromDictionary(new Dictionary<string, object?> { [nameof(Page<>.View)] = view });
        var html = await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<TPage>(parameters)).ToHtmlString());
        return new PageResult(html, status, style.Source, Language.Current, scriptHost, ownScript);
    }

    /// <summary>A page that says one thing.</summary>
    public Task<IResult> RenderAsync(Message message, int status = StatusCodes.Status200OK) => RenderAsync<MessagePage, Message>(message, status);
}
