using LeadFunctions.Access;
using LeadFunctions.Clinic;
using LeadFunctions.Http;
using LeadFunctions.Leads;
using Microsoft.AspNetCore.Http;

namespace LeadFunctions.Webhooks;

/// <summary>Shows admins how it goes with webhooks, and does what they want done.</summary>
public sealed class WebhookDeskEndpoint(
    WebhookDesk desk, WebhookReading reading, WebhookEndpoints endpoints, PageRenderer renderer, ClinicProfile clinic, NetworkTime time)
{
    public async Task<IResult> ShowAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await PageAsync(WebhookNews.Of(request.Query), StatusCodes.Status200OK, cancellationToken);
        }
        catch (LeadStoreUnavailableException)
        {
            return await UnavailableAsync();
        }
    }

    public async Task<IResult> WorkAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var order = await request.ReadFormAsync(time, cancellationToken) is { } form
            ? WebhookOrder.Of(form, endpoints, clinic.Time)
            : new WebhookOrder.Unreadable(WebhooksText.Unreadable);
        try
        {
            return order is WebhookOrder.Unreadable unreadable ? await PageAsync(new(Problem: unreadable.Problem), StatusCodes.Status400BadRequest, cancellationToken)
                : await desk.RunAsync(order, SignedIn.Current.Actor) is { } deed ? new SeeOther(WebhookNews.AddressOf(deed))
                : await PageAsync(new(Problem: WebhooksText.NotThere), StatusCodes.Status404NotFound, cancellationToken);
        }
        catch (LeadStoreUnavailableException)
        {
            return await UnavailableAsync();
        }
    }

    private async Task<IResult> PageAsync(WebhookNews news, int status, CancellationToken cancellationToken) =>
        await renderer.RenderAsync<WebhooksPage, WebhooksView>(await reading.ReadAsync(news, cancellationToken), status);

    private Task<IResult> UnavailableAsync() =>
        renderer.RenderAsync<WebhooksNoticePage, Message>(new(WebhooksText.UnavailableHeading, WebhooksText.UnavailableHelp), StatusCodes.Status503ServiceUnavailable);
}
