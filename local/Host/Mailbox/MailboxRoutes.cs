using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace LeadFunctions.Local.Mailbox;

/// <summary>What people and tests see of the mailbox: the page, and the mails as JSON.</summary>
internal sealed class MailboxRoutes(Mailbox mailbox) : ILocalRoutes
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/local/mail", (HttpContext context) => Page(context, id: null));
        routes.MapGet("/local/mail/{id}", (HttpContext context, string id) => Page(context, id));
        routes.MapGet("/local/mail.css", () => TypedResults.Text(MailboxAssets.Style, "text/css; charset=utf-8"));
        routes.MapGet("/local/mail.js", () => TypedResults.Text(MailboxAssets.Script, "text/javascript; charset=utf-8"));
        routes.MapGet("/local/mail.json", List);
        routes.MapDelete("/local/mail.json", Empty);
    }

    /// <param name="limit">At most so many of the newest; all when it is left out or makes no sense.</param>
    private JsonHttpResult<IEnumerable<MailboxMessage>> List(string? limit)
    {
        var messages = mailbox.Messages;
        var most = int.TryParse(limit, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : messages.Count;

        return TypedResults.Json(messages.Take(most), MailboxJson.Default.IEnumerableMailboxMessage);
    }

    private NoContent Empty()
    {
        mailbox.DeleteAll();
        return TypedResults.NoContent();
    }

    private IResult Page(HttpContext context, string? id)
    {
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

        return new RazorComponentResult<MailboxPage>(new Dictionary<string, object?>
        {
            [nameof(MailboxPage.Messages)] = mailbox.Messages,
            [nameof(MailboxPage.Opened)] = opened,
            [nameof(MailboxPage.Mode)] = mailbox.Mode,
        });
    }
}
