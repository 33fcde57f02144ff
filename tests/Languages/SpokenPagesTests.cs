using System.Text.RegularExpressions;
using AngleSharp.Dom;
using LeadFunctions.Access;
using LeadFunctions.Articles;
using LeadFunctions.Capture;
using LeadFunctions.Email;
using LeadFunctions.Http;
using LeadFunctions.Languages;
using LeadFunctions.Leads;
using LeadFunctions.Marketing;
using LeadFunctions.Privacy;
using LeadFunctions.Staff;
using LeadFunctions.Tests.Access;
using LeadFunctions.Tests.Mails;
using LeadFunctions.Tests.Pages;
using LeadFunctions.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace LeadFunctions.Tests.Languages;

/// <summary>Every page and every mail to a visitor speaks one language from its title to its foot.</summary>
public sealed partial class SpokenPagesTests : IAsyncDisposable
{
    private static readonly (string Name, string Value)[] Faulty =
    [
        ("name", "\u202E"), ("email", "robin@"), ("phone", "12"), ("contactBy", "pigeon"), ("visit", "moon"), ("concerns", "nonsense"), ("message", "\u202E"),
        ("preferredTimes.day", "someday"), ("preferredTimes.day", "2026-12-01"), ("preferredTimes.part", "dawn"), ("preferredTimes.part", "evening"),
    ];

    private readonly TestApp app = new();
    private readonly PageBench bench = new();
    private readonly MailBench mails = new();

    public static TheoryData<string, string> Pages => InEachLanguage(
        "appointment", "call", "faulty appointment", "faulty call", "away", "thanks", "urgent thanks", "thanks for a call", "old thanks", "unsubscribe", "done", "unknown", "unsubscribe away",
        "preferences", "ask", "asked", "held", "erase", "erased", "link too old",
        "queue", "figures", "found", "staff lead", "staff lead of others", "no lead");

    public static TheoryData<string, string> Mails => InEachLanguage("call", "text", "appointment", "late", "article", "articles");

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_speaks_one_language(string code, string name)
    {
        Language.Of(code)!.Speak();

        var page = Assert.IsType<PageResult>(await PageAsync(name));

        var document = PageBench.Parse(page.Html);
        document.QuerySelector("header .language")!.Remove();
        AssertSpeaks(code, document.DocumentElement, TextOf(document));
        var context = new DefaultHttpContext();
        await page.ExecuteAsync(context);
        Assert.Equal(code, context.Response.Headers.ContentLanguage);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_leads_to_itself_in_the_other_language(string code, string name)
    {
        Language.Of(code)!.Speak();

        var page = await PageBench.ParseAsync(PageAsync(name));

        var (other, called) = code == "en" ? ("es", "Español") : ("en", "English");
        var link = Assert.Single(page.QuerySelectorAll("header a[hreflang]"));
        Assert.Equal((other, other, called), (link.GetAttribute("lang"), link.GetAttribute("hreflang"), link.TextContent));
        Assert.Matches($"^(/call|/appointment|/privacy|/marketing|/staff(/leads/[A-Z0-9-]+)?)?\\?(.*&)?lang={other}$", link.GetAttribute("href"));
    }

    [Theory]
    [InlineData("en", LeadKind.Call)]
    [InlineData("es", LeadKind.Call)]
    [InlineData("en", LeadKind.Appointment)]
    [InlineData("es", LeadKind.Appointment)]
    public async Task The_form_in_other_peoples_pages_speaks_one_language(string code, LeadKind kind)
    {
        Language.Of(code)!.Speak();

        var form = await PageBench.ParseAsync(bench.Get<CapturePages>().WidgetAsync(kind, new()));

        var widget = form.QuerySelector(".widget")!;
        var words = string.Join(' ', [TextOf(form), .. form.QuerySelectorAll("template").Select(template => template.InnerHtml), .. widget.Attributes.Select(attribute => attribute.Value)]);
        AssertSpeaks(code, widget, words);
    }

    [Theory]
    [MemberData(nameof(Mails))]
    public async Task A_mail_speaks_the_language_of_its_lead_whatever_is_spoken_around_it(string code, string name)
    {
        Language.All.Single(language => language.Code != code).Speak();

        var mail = await MailAsync(name, Language.Of(code)!);

        var document = MailBench.Parse(mail);
        AssertSpeaks(code, document.DocumentElement, $"{TextOf(document)} {mail.Subject} {mail.Text}");
        Assert.Equal(mail.Subject, document.Title);
        Assert.NotEqual(code, Language.Current.Code);
    }

    [Theory]
    [InlineData("en", null)]
    [InlineData("es", "?lang=es")]
    public async Task The_link_that_stops_mails_opens_a_page_in_the_language_of_the_mail(string code, string? query)
    {
        var mail = await MailAsync("articles", Language.Of(code)!);

        Assert.EndsWith($"{query}>", mail.Headers["List-Unsubscribe"], StringComparison.Ordinal);
        Assert.Matches($"^<https://requests\\.example\\.com/unsubscribe/[A-Za-z0-9_-]+(\\{query ?? "?"})?>$", mail.Headers["List-Unsubscribe"]);
        Assert.All(MailBench.Links(mail).Where(link => link.Contains("unsubscribe", StringComparison.Ordinal)), link => Assert.Equal(mail.Headers["List-Unsubscribe"].Trim('<', '>'), link));
    }

    [Theory]
    [InlineData("en", "Phone number (optional)", "Call (650) 555-0142", "day and night: call or text 988 (", "open tomorrow at 8:30 AM. Write now")]
    [InlineData("es", "Número de teléfono (opcional)", "Llame al (650) 555-0142", "de noche: llame o envíe un mensaje de texto al 988 (", "Abrimos mañana a las 8:30\u00A0a.\u00A0m., y si nos escribe ahora")]
    public async Task Words_are_set_apart_and_sentences_end_once(string code, params string[] expected)
    {
        bench.Advance(TimeSpan.FromHours(8));
        Language.Of(code)!.Speak();

        var page = await PageBench.ParseAsync(PageAsync("appointment"));

        var text = Spaces().Replace(page.Body!.TextContent, " ");
        Assert.All(expected, part => Assert.Contains(part, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_article_in_english_says_so_to_who_reads_spanish()
    {
        Language.Spanish.Speak();
        var thanks = await PageBench.ParseAsync(PageAsync("thanks"));
        var mail = await MailAsync("articles", Language.Spanish);

        var links = thanks.QuerySelectorAll(".reading a").Concat(MailBench.Parse(mail).QuerySelectorAll("h2 a")).ToList();
        Assert.Equal(6, links.Count);
        Assert.All(links, link => Assert.EndsWith(" (en inglés)", link.TextContent, StringComparison.Ordinal));
        Assert.All(links, link => Assert.Equal("en", link.GetAttribute("hreflang")));
        Assert.Equal(3, mail.Text.Split("(en inglés)").Length - 1);
    }

    public async ValueTask DisposeAsync()
    {
        await bench.DisposeAsync();
        await mails.DisposeAsync();
        await app.DisposeAsync();
    }

    private Task<IResult> PageAsync(string name)
    {
        var pages = bench.Get<CapturePages>();
        var unsubscribe = bench.Get<UnsubscribePages>();
        var desk = bench.Get<DeskPages>();
        new SignedIn(StaffBrowser.Member("frontdesk@example.com;staff"), Session: null).Enter();
        return name switch
        {
            "appointment" => pages.FormAsync(LeadKind.Appointment, new(), 200, problem: null),
            "call" => pages.FormAsync(LeadKind.Call, new(), 200, problem: null),
            "faulty appointment" => pages.FormAsync(LeadKind.Appointment, bench.Judged(LeadKind.Appointment, Faulty), 400, problem: null),
            "faulty call" => pages.FormAsync(LeadKind.Call, bench.Judged(LeadKind.Call, Faulty), 400, problem: null),
            "away" => pages.FormAsync(LeadKind.Call, PageBench.Fields(("concerns", "sleep")), 503, CaptureAnswerText.Unavailable.With("(650) 555-0142")),
            "urgent thanks" => pages.ThanksAsync(new(LeadId.New(new Shard(3)), LeadKind.Call, IsUrgent: true, ALead.Noon, [])),
            "thanks" => pages.ThanksAsync(new(LeadId.New(new Shard(3)), LeadKind.Call, IsUrgent: false, ALead.Noon, [.. bench.Get<ArticleCatalogue>().All.Take(3)])),
            "thanks for a call" => pages.ThanksAsync(new(LeadId.New(new Shard(3)), LeadKind.Call, IsUrgent: false, ALead.Noon, []) { CallAt = new("tuesday", PartOfDay.Morning) }),
            "old thanks" => pages.ThanksNotFoundAsync(),
            "unsubscribe" => unsubscribe.AskAsync("token"),
            "done" => unsubscribe.AnswerAsync(UnsubscribeResult.Done),
            "unknown" => unsubscribe.AnswerAsync(UnsubscribeResult.NotFound),
            "unsubscribe away" => unsubscribe.AnswerAsync(UnsubscribeResult.Unavailable),
            "preferences" => bench.Get<PreferencesPages>().AnswerAsync("token", new PreferencesResult.Known(APerson())),
            "ask" => bench.Get<PrivacyPages>().AskAsync("robin@", PrivacyText.AskInvalid),
            "asked" => bench.Get<PrivacyPages>().AskedAsync(),
            "held" => bench.Get<PrivacyPages>().AnswerAsync("token", new AccessResult.Shown(APerson(), new Dictionary<SendKey, MailEvidence>())),
            "erase" => bench.Get<PrivacyPages>().AskToEraseAsync("token"),
            "erased" => bench.Get<PrivacyPages>().AnswerAsync("token", new AccessResult.Erased()),
            "link too old" => bench.Get<PrivacyPages>().AnswerAsync("token", new AccessResult.NotFound()),
            "queue" => desk.QueueAsync(new([.. Waiting()], [.. Waiting()], [.. Waiting()], new([.. Waiting()], new(ALead.Captured().Handle)), new([.. Waiting()], Next: null), [.. Waiting().Select(lead => new GivenUpMail(lead, new(new(lead.Id, Track.Visitor, 0), DeadLetter.NoWord) { At = ALead.Noon }))], IsCutOff: true), SomeAnswers),
            "figures" => bench.Get<MarketingEndpoint>().PageAsync(new DefaultHttpContext().Request, default),
            "found" => desk.FoundAsync(new(new Dictionary<string, string> { ["kind"] = "call" }), new([.. Waiting()], Next: null), "?cursor=x", new Dictionary<string, string[]>()),
            "staff lead" => desk.LeadAsync(AFile(), [], LeadNews.Of(new DefaultHttpContext { Request = { QueryString = new("?saved=true") } }.Request), 200),
            "staff lead of others" => desk.LeadAsync(AFile(), [], LeadNews.Of(FormCollection.Empty, problem: null), 409),
            "no lead" => desk.NotFoundAsync(),
            _ => throw new ArgumentOutOfRangeException(nameof(name)),
        };
    }

    private static RecentAnswers SomeAnswers { get; } = new(
        new(2026, 2, 2), ALead.Noon, ALead.Noon, [new(LeadKind.Call, 30, 25, TimeSpan.FromMinutes(10), TimeSpan.FromHours(1)), new(LeadKind.Appointment, 3, 0, null, null)]);

    private static IEnumerable<Lead> Waiting()
    {
        var lead = ALead.Captured() with { AssignedTo = "frontdesk@example.com" };
        return [lead, lead with { Kind = LeadKind.Call, IsUrgent = true, Quarantined = true, Suspicion = new(9, ["link"], IsSpam: true) }, lead with { FirstRespondedAt = ALead.Noon, FollowUpPausedAt = ALead.Noon }];
    }

    private static LeadFile AFile()
    {
        var lead = ALead.Captured() with { PreferredTimes = [new("monday", PartOfDay.Evening), new("any", PartOfDay.Any)], ReleasedAt = ALead.Noon };
        var by = new StaffActor("frontdesk@example.com", StaffRole.Staff, StaffDoor.MailLink);
        return new(lead, "version")
        {
            Timeline =
            [
                .. Enum.GetValues<TimelineKind>().Select(kind => new TimelineEntry(ALead.Noon, by, new(kind))),
                .. Enum.GetValues<CallResult>().Select(call => new TimelineEntry(ALead.Noon, StaffActor.Machine, new(TimelineKind.Called) { Call = call })),
            ],
            Sends = [.. Enum.GetValues<SendResult>().Select((result, step) => new SendRecord { Key = new(lead.Id, Track.Visitor, step), Result = result, At = ALead.Noon })],
            DeadLetters = [new(new(lead.Id, Track.Alert, 0), "400")],
            Due = [new() { Key = new(lead.Id, Track.Visitor, 1), Lead = lead.Handle, Kind = lead.Kind, Contact = lead.Contact, DueAt = DueWork.Held }],
            Contact = new() { Key = lead.Contact, LatestLead = lead.Id, UnsubscribedAt = ALead.Noon, BouncedAt = ALead.Noon, ComplainedAt = ALead.Noon, AreArticlesHeld = true },
            Others = [.. Waiting()],
        };
    }

    private static Person APerson()
    {
        var lead = ALead.Captured();
        return new(
            new() { Key = lead.Contact, LatestLead = lead.Id, PausedUntil = ALead.Noon.AddDays(9), UnsubscribedAt = ALead.Noon, BouncedAt = ALead.Noon },
            [lead],
            [new() { Key = new(lead.Id, Track.Visitor, 0), Result = SendResult.Accepted, At = ALead.Noon }],
            [new(ConsentChannel.Calls, IsAgreed: false, null, ALead.Noon, ConsentSource.Preferences)]);
    }

    private Task<EmailMessage> MailAsync(string name, Language language)
    {
        var lead = ALead.Captured(at: name == "late" ? ALead.Noon - TimeSpan.FromDays(9) : null, kind: name is "call" or "text" ? LeadKind.Call : LeadKind.Appointment) with
        {
            Language = language,
            ContactBy = name switch { "call" => ContactBy.Phone, "text" => ContactBy.Text, _ => ContactBy.Email },
        };
        return name switch
        {
            "article" => mails.ArticlesAsync(lead, mails.Articles[0]),
            "articles" => mails.ArticlesAsync(lead, [.. mails.Articles.Skip(3).Take(3)]),
            _ => mails.ConfirmationAsync(lead),
        };
    }

    private static TheoryData<string, string> InEachLanguage(params IEnumerable<string> names)
    {
        var data = new TheoryData<string, string>();
        foreach (var name in names)
        {
            data.Add("en", name);
            data.Add("es", name);
        }

        return data;
    }

    [GeneratedRegex(@"[ \n]+")]
    private static partial Regex Spaces();

    // What is read, and what a screen reader says besides.
    private static string TextOf(IDocument page)
    {
        foreach (var style in page.QuerySelectorAll("style, script"))
        {
            style.Remove();
        }

        return string.Join(' ', [page.DocumentElement.TextContent, .. page.All.SelectMany(element => new[] { "aria-label", "title", "placeholder", "alt" }.Select(element.GetAttribute)).OfType<string>()]);
    }

    private void AssertSpeaks(string code, IElement root, string text)
    {
        var language = Language.Of(code)!;
        var other = Language.All.Single(each => each != language);

        Assert.Equal(code, root.GetAttribute("lang"));
        Assert.DoesNotContain("..", text, StringComparison.Ordinal);
        Assert.DoesNotContain(AllWords.Pieces(app, other), piece => text.Contains(piece, StringComparison.Ordinal));
        Assert.True(AllWords.Pieces(app, language).Count(piece => text.Contains(piece, StringComparison.Ordinal)) >= 4);
    }
}
