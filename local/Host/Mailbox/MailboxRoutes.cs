using System.Globalization;
using LeadFunctions.Local.Http;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace LeadFunctions.Local.Mailbox;

/// <summary>What people and tests see of the mailbox: the page, and the mails as JSON.</summary>
internal sealed class MailboxRoutes(Mailbox mailbox, ILoggerFactory loggers) : ILocalRoutes
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.Map("GET", "/local/mail", PageAsync);
        routes.Map("GET", "/local/mail/{id}", PageAsync);
        routes.Map("GET", "/local/mail.css", _ => TypedResults.Text(MailboxAssets.Style, "text/css; charset=utf-8"));
        routes.Map("GET", "/local/mail.js", _ => TypedResults.Text(MailboxAssets.Script, "text/javascript; charset=utf-8"));
        routes.Map("GET", "/local/mail.json", List);
        routes.Map("DELETE", "/local/mail.json", Empty);
    }

    /// <summary>With <c>?limit=</c> at most so many of the newest; all when it is left out or makes no sense.</summary>
    private JsonHttpResult<IEnumerable<MailboxMessage>> List(HttpContext context)
    {
        var messages = mailbox.Messages;
        var most = int.TryParse(context.Request.Query["limit"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : messages.Count;

        return TypedResults.Json(messages.Take(most), MailboxJson.Default.IEnumerableMailboxMessage);
    }

    private NoContent Empty(HttpContext context)
    {
        mailbox.DeleteAll();
        return TypedResults.NoContent();
    }

    private async Task<IResult> PageAsync(HttpContext context)
    {
        var id = (string?)context.Request.RouteValues["id"];
        var opened = id is null ? null : mailbox.Find(id);

        if (id is not null && opened is null)
        {
            return TypedResults.Problem("There is no such mail.", statusCode: StatusCodes.Status404NotFound);
        }

        // The mails come from tests too, so whatever is in them may neither run nor call anybody.
        context.Response.Headers.ContentSecurityPolicy =
            "default-src 'none'; style-src 'self' 'unsafe-inline'; script-src 'self'; connect-src 'self'; img-src data:; "
            + "frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        context.Response.Headers.CacheControl = "no-store";

        var parameters = ParameterView.FromDictionary(new Dictionary<string, object?>
        {
            [nameof(MailboxPage.Messages)] = mailbox.Messages,
            [nameof(MailboxPage.Opened)] = opened,
            [nameof(MailboxPage.Mode)] = mailbox.Mode,
        });

        // A renderer keeps every component that it ever rendered, so each page has its own.
        await using var renderer = new HtmlRenderer(context.RequestServices, loggers);
        var html = await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<MailboxPage>(parameters)).ToHtmlString());
        return TypedResults.Text(html, "text/html; charset=utf-8");
    }
}
