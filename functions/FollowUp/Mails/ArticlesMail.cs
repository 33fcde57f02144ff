using System.Diagnostics;
using LeadFunctions.Articles;
using LeadFunctions.Clinic;
using LeadFunctions.Email;
using LeadFunctions.Leads;
using Microsoft.Extensions.Options;

namespace LeadFunctions.FollowUp;

/// <summary>
/// Brings articles to somebody who agreed to get them. What they are about is said inside of the mail only, and with
/// <c>Compliance__Mode=Hipaa</c> not even there.
/// </summary>
public sealed class ArticlesMail(LeadLinks links, ClinicProfile clinic, MailRenderer renderer, IOptions<ComplianceOptions> compliance)
{
    public async Task<EmailMessage> ComposeAsync(Decision.Send send)
    {
        var address = send.Lead.Email ?? throw new UnreachableException("Without an address there is no work for the visitor.");
        var unsubscribe = links.Unsubscribe(send.Lead.Contact, send.Lead.Language);
        var words = new ArticlesWords([.. send.Articles.Select((article, place) => Link(article, place, links.Article(send.Work.Key, article.Slug)))], unsubscribe, clinic)
        {
            Subject = send.Subject?.ToString() ?? ArticlesMailText.Subject,
            CanaryUrl = links.Canary(send.Work.Key, send.Articles[0].Slug),
        };
        return new()
        {
            SendId = SendId.Next(send.Work).ToString(),
            To = [address.Value],
            Subject = words.Frame.Subject,
            Text = words.ToText(),
            Html = await renderer.RenderAsync<ArticlesBody, ArticlesWords>(words),
            Headers = MailHeaders.Visitor(unsubscribe),
            ReplyTo = clinic.Mail.ReplyTo,
        };
    }

    private ArticleLink Link(Article article, int place, string url) => compliance.Value.IsHipaa ? ArticleLink.Neutral(place, url) : ArticleLink.To(article, url);
}
