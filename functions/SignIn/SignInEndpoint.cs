using LeadFunctions.Access;
using LeadFunctions.Http;
using LeadFunctions.Leads;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace LeadFunctions.SignIn;

/// <summary>Reads what browsers send to sign in, and answers with pages.</summary>
public sealed class SignInEndpoint(
    SignInHandler handler,
    SignInPages pages,
    SignInLimits limits,
    AskingBrowser browsers,
    StaffSessions sessions,
    NetworkTime time,
    IOptions<ProxyOptions> proxies)
{
    public Task<IResult> FormAsync(HttpRequest request) => pages.FormAsync(ToOf(request), typed: "", hasProblem: false);

    /// <param name="request">The post of the form.</param>
    /// <param name="bindingData">The binding data of the invocation, which knows the sender's headers.</param>
    /// <param name="cancellationToken">The browser went away.</param>
    public async Task<IResult> AskAsync(HttpRequest request, IReadOnlyDictionary<string, object?> bindingData, CancellationToken cancellationToken)
    {
        if (ClientAddress.Of(request, bindingData, proxies.Value.TrustedProxies) is { } sender && limits.IsTooMany(sender))
        {
            return await pages.TooManyAsync();
        }

        var form = await request.ReadFormAsync(time, cancellationToken);
        var typed = form?["email"].ToString() ?? "";
        if (!EmailAddress.TryParse(typed, out var address, out _))
        {
            return await pages.FormAsync(ToOf(request), typed, hasProblem: true);
        }

        handler.Ask(address, browsers.Mark(request.HttpContext), ToOf(request));
        return await pages.SentAsync();
    }

    public Task<IResult> LookAsync(HttpRequest request, string token) => handler.Look(token, browsers.Read(request)) is var result and not SignInResult.Usable
        ? pages.RefuseAsync(result, ToOf(request))
        : pages.ConfirmAsync(token, ToOf(request));

    public async Task<IResult> UseAsync(HttpRequest request, string token)
    {
        var result = await handler.UseAsync(token, browsers.Read(request));
        if (result is not SignInResult.Done done)
        {
            return await pages.RefuseAsync(result, ToOf(request));
        }

        var response = request.HttpContext.Response;
        sessions.Begin(response, done.Issued);
        browsers.Forget(response);
        return new SeeOther(RequestLanguage.KeepIn(request, ToOf(request) ?? StaffPages.HomeOf(done.Member)));
    }

    private static string? ToOf(HttpRequest request) => ReturnPath.Of(request.Query[ReturnPath.Parameter].ToString());
}
