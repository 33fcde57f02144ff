using System.Net;
using AngleSharp.Dom;
using LeadFunctions.Email;
using LeadFunctions.Leads;
using LeadFunctions.Tests.Access;
using LeadFunctions.Tests.Mails;
using LeadFunctions.Tests.Pages;
using LeadFunctions.Tests.Support;

namespace LeadFunctions.Tests.Safety;

/// <summary>
/// Whatever is typed into whatever field stays text: a page or mail made of it has the elements and attributes that one made of plain
/// words has, and no others.
/// </summary>
public sealed class InjectionCorpusTests
{
    private static readonly string[] Fields =
    [
        "name", "email", "phone", "message", "contactBy", "visit", "concerns", "preferredTimes.day", "preferredTimes.part", "consent.articles",
        "submissionId", "formToken", "source.page", "source.article", "source.campaign", "source.medium", "source.content", "source.term", "source.referrer",
    ];

    private static readonly string[] Payloads =
    [
        "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "\"><svg/onload=alert(1)>", "'><iframe src=javascript:alert(1)>",
        "</textarea><script>alert(1)</script>", "</title><script>alert(1)</script>", "</style><script>alert(1)</script>", "</script><script>alert(1)</script>",
        "\" autofocus onfocus=alert(1) x=\"", "' onmouseover='alert(1)", "`onclick=alert(1)", "javascript:alert(1)", "data:text/html,<script>alert(1)</script>",
        "<!--<img src=\"--><img src=x onerror=alert(1)//\">", "<![CDATA[<script>alert(1)</script>]]>", "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
        "&lt;script&gt;alert(1)&lt;/script&gt;", "&#x3c;script&#x3e;alert(1)", "\\u003cscript\\u003ealert(1)", "%3Cscript%3Ealert(1)%3C/script%3E", "{{constructor.constructor('alert(1)')()}}",
        "${alert(1)}", "@(1+1)", "<a href=\"https://evil.example\">click</a>", "<form action=https://evil.example><input name=p>", "<base href=https://evil.example/>",
        "<meta http-equiv=refresh content=0;url=https://evil.example>", "<link rel=stylesheet href=https://evil.example/x.css>", "<style>@import 'https://evil.example'</style>",
        "<object data=https://evil.example>", "<embed src=https://evil.example>", "<details open ontoggle=alert(1)>", "<body onload=alert(1)>", "<td background=javascript:alert(1)>",
        "--></table></td></tr><script>alert(1)</script>", "\r\nBcc: everybody@example.com", "a\r\n\r\n<script>alert(1)</script>", "=HYPERLINK(\"https://evil.example\")", "[click](https://evil.example)",
    ];

    /// <summary>What strangers have been known to type.</summary>
    internal static IReadOnlyList<string> All => Payloads;

    public static TheoryData<string> Hostile => [.. Payloads];

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task A_form_that_comes_back_has_no_element_that_was_typed(string payload)
    {
        await using var app = await HostedApp.StartAsync();

        foreach (var field in Fields)
        {
            // What is refused has its message beside it, so there are two ways in which plain text may come back.
            var page = await PostAsync(app, field, payload);
            var taken = await PostAsync(app, field, "plain words");
            var refused = await PostAsync(app, field, "\u202Eplain words");

            Assert.Empty(Anatomy(page).Except(Anatomy(taken).Union(Anatomy(refused))));
        }
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task A_mail_about_a_lead_has_no_element_that_was_typed(string payload)
    {
        await using var bench = new MailBench();

        var hostile = await MailsAsync(bench, payload);
        var plain = await MailsAsync(bench, "plain words");

        Assert.Equal(plain.Select(mail => Anatomy(PageBench.Parse(mail.Html))), hostile.Select(mail => Anatomy(PageBench.Parse(mail.Html))));
        Assert.All(hostile, mail => Assert.DoesNotContain("everybody@example.com", string.Join(' ', mail.To) + mail.Subject + string.Join(' ', mail.Headers.Values), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_page_for_staff_has_no_element_that_was_typed()
    {
        await using var app = await HostedApp.StartAsync();
        var plain = await StaffPagesAsync(app, "plain words");

        foreach (var payload in Payloads)
        {
            Assert.Equal(plain.Select(Anatomy), (await StaffPagesAsync(app, payload)).Select(Anatomy));
        }
    }

    // The list with the lead, its page, and the page that comes back when somebody else was faster.
    private static async Task<IReadOnlyList<IDocument>> StaffPagesAsync(HostedApp app, string text)
    {
        var lead = ALead.Captured(at: app.Clock.GetUtcNow()) with
        {
            Name = PersonName.TryParse(text, out var name, out _) ? name : ALead.Name("Plain Words"),
            Message = text,
            Source = new() { Page = text, Campaign = text, Article = text, Referrer = text },
            PreferredTimes = [new(text, PartOfDay.Any)],
            Concerns = [text],
            AssignedTo = text,
            Quarantined = true,
            Suspicion = new(9, [text], IsSpam: true),
        };
        await app.Leads.CaptureAsync(ALead.New(lead), default);
        var file = (await app.Leads.FindAsync(lead.Id, default))!;
        await app.Leads.ChangeAsync(lead.Id, new(new() { Note = text, Assignee = text + "!" }, StaffActor.Machine, app.Clock.GetUtcNow()), default);

        var browser = new StaffBrowser(app).SignIn("frontdesk@example.com;staff");
        var address = $"/staff/leads/{lead.Id.ToReference("PAMB")}";
        using var list = await browser.GetAsync("/staff");
        using var found = await browser.GetAsync($"/staff?status=closed&q={Uri.EscapeDataString(text.ReplaceLineEndings(" "))}");
        using var page = await browser.GetAsync(address);
        using var stale = await browser.PostAsync(address, ("staffToken", browser.Token), ("deed", "close"), ("reason", text.ReplaceLineEndings(" ")), ("version", file.Version));
        app.Leads.Put(lead.Handle, null);
        return [.. await Task.WhenAll(new[] { list, found, page, stale }.Select(async answer => PageBench.Parse(await answer.Content.ReadAsStringAsync())))];
    }

    private static async Task<IDocument> PostAsync(HostedApp app, string field, string value)
    {
        // Without a name it always comes back.
        using var form = new FormUrlEncodedContent([new(field, value), new("phone", "12")]);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/api/appointments", UriKind.Relative)) { Content = form, Headers = { { "Accept", "text/html" } } };
        using var answer = await app.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        return PageBench.Parse(await answer.Content.ReadAsStringAsync());
    }

    private static async Task<IReadOnlyList<EmailMessage>> MailsAsync(MailBench bench, string text)
    {
        var lead = ALead.Captured() with
        {
            Message = text,
            Source = new() { Page = text, Campaign = text, Article = text, Referrer = text },
            PreferredTimes = [new(text, PartOfDay.Any)],
        };
        return [await bench.AlertAsync(lead, "full"), await bench.DigestAsync(new(new(2026, 3, 3), [lead], [], [], 0, []), "full"), await bench.ConfirmationAsync(lead)];
    }

    // The elements, each with the names of its attributes: what a reader's program would act on.
    private static List<string> Anatomy(IDocument page) =>
        [.. page.All.Select(element => $"{element.LocalName} {string.Join(' ', element.Attributes.Select(attribute => attribute.Name).Order(StringComparer.Ordinal))}")];
}
