using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Logging;

namespace LeadFunctions.Email;

/// <summary>Renders the HTML part of a mail. Whatever a component shows is encoded by Razor.</summary>
public sealed class MailRenderer(IServiceProvider services, ILoggerFactory loggers)
{
    /// <typeparam name="TBody">The component of the mail.</typeparam>
    /// <typeparam name="TWords">What it says.</typeparam>
    public async Task<string> RenderAsync<TBody, TWords>(TWords words)
        where TBody : MailBody<TWords>
        where TWords : class
    {
        // A renderer keeps every component that it ever rendered, so each mail has its own.
        await using var renderer = new HtmlRenderer(services, loggers);
        var parameters = ParameterView.FromDictionary(new Dictionary<string, object?> { [nameof(MailBody<>.Words)] = words });
        return await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<TBody>(parameters)).ToHtmlString());
    }
}
