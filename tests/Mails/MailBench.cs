using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using LeadFunctions.Articles;
using LeadFunctions.Clinic;
using LeadFunctions.Desk;
using LeadFunctions.Digest;
using LeadFunctions.Email;
using LeadFunctions.FollowUp;
using LeadFunctions.Languages;
using LeadFunctions.Leads;
using LeadFunctions.Reminders;
using LeadFunctions.StaffMail;
using LeadFunctions.Tests.Support;
using Microsoft.Extensions.Options;

namespace LeadFunctions.Tests.Mails;

/// <summary>Makes mails as the app does, and takes them apart.</summary>
/// <param name="mode">The <c>Compliance__Mode</c> that they are made under.</param>
internal sealed class MailBench(string mode = "Standard") : IAsyncDisposable
{
    private static readonly HtmlParser Parser = new();

    private readonly TestApp app = new(settings: [("Compliance:Mode", mode)]);

    public ClinicProfile Clinic => app.Get<ClinicProfile>();

    public ConcernCatalogue Concerns => app.Get<ConcernCatalogue>();

    public IReadOnlyList<Article> Articles => app.Get<ArticleCatalogue>().All;

    public void Advance(TimeSpan time) => app.Clock.Advance(time);

    public Task<EmailMessage> ConfirmationAsync(Lead lead) => app.Get<FollowUpMails>().ComposeAsync(Work(lead, Track.Visitor, 0, []));

    public T Get<T>()
        where T : notnull => app.Get<T>();

    public Task<EmailMessage> ArticlesAsync(Lead lead, params IReadOnlyList<Article> articles) => app.Get<FollowUpMails>().ComposeAsync(Work(lead, Track.Visitor, 2, articles));

    public Task<EmailMessage> AlertAsync(Lead lead, string detail = StaffMailOptions.Minimal, StaffMember? member = null, bool isPassedOn = false)
    {
        var alert = new AlertMail(Facts(detail), app.Get<DeedLinks>(), Clinic, app.Get<MailRenderer>(), app.Clock);
        return new FollowUpMails(alert, app.Get<ConfirmationMail>(), app.Get<ArticlesMail>()).ComposeAsync(Work(lead, Track.Alert, 0, []) with { Member = member ?? app.Get<StaffDirectory>().AlertedMembers[0], IsPassedOn = isPassedOn });
    }

    /// <summary>As the first of the staff gets it when the promise is over; its name is chance, and left out.</summary>
    public async Task<EmailMessage> ReminderAsync(Lead lead)
    {
        var member = app.Get<StaffDirectory>().AlertedMembers[0];
        var work = new DueWork { Key = new(lead.Id, Track.Promise, 0), Lead = lead.Handle, Kind = lead.Kind, Contact = lead.Contact, DueAt = lead.CapturedAt };
        return (await app.Get<ReminderMail>().ComposeAsync(member, [new(work, lead, [member])])) with { SendId = "reminder" };
    }

    public Task<EmailMessage> DigestAsync(DigestContent content, string detail = StaffMailOptions.Minimal, Language? language = null) =>
        new DigestMail(Facts(detail), app.Get<LeadLinks>(), app.Get<DeedLinks>(), Clinic, app.Get<MailRenderer>(), app.Clock)
            .ComposeAsync(content, app.Get<StaffDirectory>().AlertedMembers[0] with { Language = language ?? Language.English }, "digest20260303");

    public static IHtmlDocument Parse(EmailMessage mail) => Parser.ParseDocument(mail.Html);

    /// <summary>The tags of all elements, in order: what a hostile text must not change.</summary>
    public static IEnumerable<string> Tags(EmailMessage mail) => Parse(mail).All.Select(element => element.LocalName);

    /// <summary>The line that mail programs show beside the subject: the first text of the body.</summary>
    public static string Preheader(EmailMessage mail) => Parse(mail).Body!.Children[0].TextContent.Trim();

    public static IEnumerable<string> Links(EmailMessage mail) => Parse(mail).Links.Select(link => link.GetAttribute("href")!);

    /// <summary>The links that people can see and reach.</summary>
    public static IEnumerable<string> VisibleLinks(EmailMessage mail) => Parse(mail)
        .QuerySelectorAll("a[href]:not([aria-hidden] *):not([tabindex='-1'])")
        .Select(link => link.GetAttribute("href")!);

    /// <summary>What a link of ours means; null for any other.</summary>
    public MailLink? Read(string link) => app.Get<LeadLinks>().ReadArticle(link.Split('/')[^1]);

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private StaffLeadFacts Facts(string detail) =>
        new(Clinic, Concerns, app.Get<AnswerClock>(), Options.Create(new StaffMailOptions { Detail = detail }), app.Get<IOptions<ComplianceOptions>>());

    private static Decision.Send Work(Lead lead, Track track, int step, IReadOnlyList<Article> articles) => new(
        new() { Key = new(lead.Id, track, step), Lead = lead.Handle, Kind = lead.Kind, Contact = lead.Contact, DueAt = lead.CapturedAt },
        lead,
        Contact: null,
        articles);
}
