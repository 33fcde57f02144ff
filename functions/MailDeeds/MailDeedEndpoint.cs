using LeadFunctions.Http;
using LeadFunctions.Leads;
using Microsoft.AspNetCore.Http;

namespace LeadFunctions.MailDeeds;

/// <summary>Answers with pages in the member's language, unless the address asks for another.</summary>
public sealed class MailDeedEndpoint(MailDeedHandler handler, MailDeedPages pages)
{
    public async Task<IResult> LookAsync(HttpRequest request, string token, CancellationToken cancellationToken)
    {
        var result = await handler.LookAsync(token, cancellationToken);
        Speak(request, result);
        return await pages.AnswerAsync(token, result, isPressed: false);
    }

    public async Task<IResult> DoAsync(HttpRequest request, string token)
    {
        var result = await handler.DoAsync(token);
        Speak(request, result);
        return await pages.AnswerAsync(token, result, isPressed: true);
    }

    // A method without await: what is spoken from here on is spoken by the one that called it, too.
    private static void Speak(HttpRequest request, MailDeedResult result)
    {
        if (RequestLanguage.Chosen(request) is null)
        {
            MemberOf(result)?.Language.Speak();
        }
    }

    private static StaffMember? MemberOf(MailDeedResult result) => result switch
    {
        MailDeedResult.Possible { Link.Member: var member } => member,
        MailDeedResult.Holds { Link.Member: var member } => member,
        MailDeedResult.Overtaken { Link.Member: var member } => member,
        MailDeedResult.Gone { Link.Member: var member } => member,
        _ => null,
    };
}
