using LeadFunctions.Articles;
using LeadFunctions.Email;
using LeadFunctions.Languages;
using LeadFunctions.Local.Http;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LeadFunctions.Local.Preview;

/// <summary>
/// Every mail of the app as an invented person would get it: <c>GET /local/preview</c> lists them, <c>GET /local/preview/{template}</c> shows one, and
/// a <c>POST</c> there sends it to the mailbox. <c>?language=</c> and <c>?concerns=</c>, repeated or with commas, say who the person is.
/// </summary>
internal sealed class PreviewRoutes(ILoggerFactory loggers) : ILocalRoutes
{
    // An event that comes back for it is of no mail of ours.
    private const string SendId = "preview";

    // The frames hold mail, which may neither run nor load anything.
    private const string Policy =
        "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src data:; frame-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    public void Map(IEndpointRouteBuilder routes)
    {
        // A host of other functions than the app's has no mails.
        if (routes.ServiceProvider.GetRequiredService<IServiceProviderIsService>().IsService(typeof(MailTemplateCatalogue)))
        {
            routes.Map("GET", "/local/preview", IndexAsync);
            routes.Map("GET", "/local/preview.css", _ => TypedResults.Text(PreviewStyle.Sheet, "text/css; charset=utf-8"));
            routes.Map("GET", "/local/preview/{template}", ShowAsync);
            routes.Map("POST", "/local/preview/{template}", SendAsync);
        }
    }

    private Task<IResult> IndexAsync(HttpContext context) => PageAsync<PreviewIndex>(context, new() { [nameof(PreviewIndex.View)] = View(context) });

    private async Task<IResult> ShowAsync(HttpContext context) => await ComposeAsync(context) is { } mail
        ? await PageAsync<PreviewPage>(context, new()
        {
            [nameof(PreviewPage.View)] = View(context),
            [nameof(PreviewPage.Name)] = NameOf(context),
            [nameof(PreviewPage.Mail)] = mail,
        })
        : NotFound();

    private async Task<IResult> SendAsync(HttpContext context)
    {
        if (await ComposeAsync(context) is not { } mail)
        {
            return NotFound();
        }

        return await context.RequestServices.GetRequiredService<IEmailSender>().SendAsync(mail with { SendId = SendId }, context.RequestAborted) switch
        {
            SendOutcome.Accepted { MessageId: { } id } => SeeOther(context, $"/local/mail/{Uri.EscapeDataString(id)}"),
            SendOutcome.Accepted => SeeOther(context, "/local/mail"),
            var outcome => TypedResults.Problem($"The provider did not take it: {outcome.GetType().Name}.", statusCode: StatusCodes.Status502BadGateway),
        };
    }

    private static async Task<EmailMessage?> ComposeAsync(HttpContext context)
    {
        var view = View(context);
        return view.Catalogue.Find(NameOf(context)) is { } template ? await template.ComposeAsync(new(view.Language, view.Concerns)) : null;
    }

    private static PreviewView View(HttpContext context)
    {
        var concerns = context.RequestServices.GetRequiredService<ConcernCatalogue>();
        var named = context.Request.Query["concerns"].SelectMany(value => (value ?? "").Split(',')).Where(concerns.Contains).Distinct().ToList();
        return new(
            context.RequestServices.GetRequiredService<MailTemplateCatalogue>(),
            concerns,
            Language.Of(context.Request.Query["language"]) ?? Language.English,
            named);
    }

    private static string NameOf(HttpContext context) => (string)context.Request.RouteValues["template"]!;

    private static ProblemHttpResult NotFound() => TypedResults.Problem("There is no such template.", statusCode: StatusCodes.Status404NotFound);

    private static StatusCodeHttpResult SeeOther(HttpContext context, string address)
    {
        context.Response.Headers.Location = address;
        return TypedResults.StatusCode(StatusCodes.Status303SeeOther);
    }

    private async Task<IResult> PageAsync<TPage>(HttpContext context, Dictionary<string, object?> parameters)
        where TPage : IComponent
    {
        context.Response.Headers.ContentSecurityPolicy = Policy;
        context.Response.Headers.CacheControl = "no-store";

        // A renderer keeps every component that it ever rendered, so each page has its own.
        await using var renderer = new HtmlRenderer(context.RequestServices, loggers);
        var html = await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<TPage>(ParameterView.FromDictionary(parameters))).ToHtmlString());
        return TypedResults.Text(html, "text/html; charset=utf-8");
    }
}
