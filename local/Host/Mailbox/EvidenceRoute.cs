using System.Text.Json.Nodes;
using LeadFunctions.Email;
using LeadFunctions.Leads;
using LeadFunctions.Local.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace LeadFunctions.Local.Mailbox;

/// <summary>
/// <c>GET /local/mail/{id}/events</c>: what the app keeps of a mail, oldest first, and whether it takes a person or a machine to be behind
/// each open and click.
/// </summary>
internal sealed class EvidenceRoute(Mailbox mailbox) : ILocalRoutes
{
    private const string SendIdArgument = "sid";

    public void Map(IEndpointRouteBuilder routes) => routes.Map("GET", "/local/mail/{id}/events", ShowAsync);

    private async Task<IResult> ShowAsync(HttpContext context)
    {
        if (mailbox.Find((string)context.Request.RouteValues["id"]!) is not { } message)
        {
            return TypedResults.Problem("There is no such mail.", statusCode: StatusCodes.Status404NotFound);
        }

        // Another app may be hosted, and then nobody keeps anything.
        if (context.RequestServices.GetService<IEventStore>() is not { } events
            || !SendId.TryParse(SendIdOf(message), out var send))
        {
            return TypedResults.Json(new JsonArray());
        }

        var evidence = MailEvidence.ByMail(await events.OfMailAsync(send.Key, context.RequestAborted).ToListAsync(context.RequestAborted));
        return TypedResults.Json(new JsonArray([.. evidence.SelectMany(mail => mail.Events).Select(Show)]));
    }

    private static string? SendIdOf(MailboxMessage message) => AcsEvent.IsFor(message)
        ? AcsOperationId.Read(Guid.Parse(message.Id))
        : message.CustomArgs.GetValueOrDefault(SendIdArgument);

    private static JsonNode Show(LabelledEvent labelled) => new JsonObject
    {
        ["event"] = Lower(labelled.Event.Kind),
        ["name"] = labelled.Event.Name,
        ["at"] = labelled.Event.At,
        ["by"] = labelled.By is { } actor ? Lower(actor) : null,
        ["fetch"] = labelled.Event.Fetch is { } fetch ? Lower(fetch) : null,
        ["agent"] = Lower(labelled.Event.Agent),
        ["canary"] = labelled.Event.IsCanary,
    };

    private static string Lower<T>(T value)
        where T : struct, Enum
    {
        var name = value.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }
}
