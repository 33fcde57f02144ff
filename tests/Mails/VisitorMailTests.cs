using System.Text;
using LeadFunctions.Email;
using LeadFunctions.Leads;
using LeadFunctions.Tests.Support;

namespace LeadFunctions.Tests.Mails;

/// <summary>What holds for every mail to a visitor.</summary>
public sealed class VisitorMailTests : IAsyncDisposable
{
    private const string Hostile = "Robin <script>alert(1)</script> <img src=x onerror=alert(1)> https://evil.example \"'&";

    private readonly MailBench bench = new();

    public static TheoryData<bool> Both => [false, true];

    [Theory]
    [MemberData(nameof(Both))]
    public async Task It_can_be_stopped_with_one_click_from_the_header_and_from_the_body(bool isArticles)
    {
        var mail = await MailAsync(isArticles);

        var header = mail.Headers["List-Unsubscribe"];
        Assert.Matches("^<https://requests\\.example\\.com/unsubscribe/[A-Za-z0-9_-]+>$", header);
        Assert.Equal("List-Unsubscribe=One-Click", mail.Headers["List-Unsubscribe-Post"]);
        Assert.Equal("auto-generated", mail.Headers["Auto-Submitted"]);
        Assert.Contains(header.Trim('<', '>'), MailBench.Links(mail));
        Assert.Contains(header.Trim('<', '>'), mail.Text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task It_says_why_it_came_from_whom_and_where_help_is_in_both_of_its_parts(bool isArticles)
    {
        var mail = await MailAsync(isArticles);

        Assert.All([mail.Text, MailBench.Parse(mail).Body!.TextContent], part =>
        {
            Assert.Contains("You get this because", part, StringComparison.Ordinal);
            Assert.Contains(bench.Clinic.Address.ToString(), part, StringComparison.Ordinal);
            Assert.Contains(bench.Clinic.Phone.Shown, part, StringComparison.Ordinal);
            Assert.Contains("call or text 988, or call 911", part, StringComparison.Ordinal);
        });
        Assert.Equal(bench.Clinic.Mail.ReplyTo, mail.ReplyTo);
        Assert.Equal(["robin@example.com"], mail.To);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task It_is_small_and_loads_and_runs_nothing(bool isArticles)
    {
        var mail = await MailAsync(isArticles);

        var page = MailBench.Parse(mail);
        Assert.InRange(Encoding.UTF8.GetByteCount(mail.Html), 1, 30_000);
        Assert.Empty(page.QuerySelectorAll("img, script, link, iframe, object, form, input, [background], [src], [onclick]"));
        Assert.DoesNotContain("url(", mail.Html, StringComparison.Ordinal);
        Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
        Assert.All(page.QuerySelectorAll("table"), table => Assert.Equal("presentation", table.GetAttribute("role")));
        Assert.Equal("light dark", page.QuerySelector("meta[name=color-scheme]")!.GetAttribute("content"));
    }

    [Fact]
    public async Task A_confirmation_is_the_same_to_the_letter_whatever_was_named_written_or_called()
    {
        var lead = ALead.Captured() with { Concerns = [] };
        var plain = await bench.ConfirmationAsync(lead);

        foreach (var concern in bench.Concerns.All)
        {
            var mail = await bench.ConfirmationAsync(lead with
            {
                Concerns = [concern.Id],
                Message = Hostile + concern.Label.English,
                Name = ALead.Name(Hostile),
                PreferredTimes = [new("monday", PartOfDay.Morning)],
                Visit = Visit.Telehealth,
            });

            Assert.Equal((plain.SendId, plain.Subject, plain.Html, plain.Text), (mail.SendId, mail.Subject, mail.Html, mail.Text));
            Assert.Equal(plain.Headers, mail.Headers);
        }
    }

    [Fact]
    public async Task Articles_are_named_inside_of_the_mail_only()
    {
        var lead = ALead.Captured();
        var first = await bench.ArticlesAsync(lead, bench.Articles[0]);

        foreach (var article in bench.Articles)
        {
            var mail = await bench.ArticlesAsync(lead, article);

            Assert.Equal((first.SendId, first.Subject, MailBench.Preheader(first)), (mail.SendId, mail.Subject, MailBench.Preheader(mail)));
            Assert.Equal(first.Headers, mail.Headers);
            Assert.All(MailBench.Links(mail), link => Assert.Matches("^(https://requests\\.example\\.com/(r|unsubscribe|preferences)/[A-Za-z0-9_-]{30,90}|tel:\\+16505550142)$", link));
            Assert.Equal(MailBench.Tags(first), MailBench.Tags(mail));
        }
    }

    [Fact]
    public async Task Both_parts_bring_every_article_with_its_summary_and_its_link()
    {
        var articles = bench.Articles.Take(3).ToArray();
        var mail = await bench.ArticlesAsync(ALead.Captured(), articles);

        var links = MailBench.VisibleLinks(mail).Where(link => link.Contains("/r/", StringComparison.Ordinal)).Distinct().ToArray();
        Assert.Equal(3, links.Length);
        Assert.All([mail.Text, MailBench.Parse(mail).Body!.TextContent], part => Assert.All(articles, article =>
        {
            Assert.Contains(article.Title.English, part, StringComparison.Ordinal);
            Assert.Contains(article.Summary.English, part, StringComparison.Ordinal);
        }));
        Assert.All(links, link => Assert.Contains(link, mail.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_link_is_for_programs_that_follow_every_link_and_no_person_meets_it()
    {
        var lead = ALead.Captured();
        var mail = await bench.ArticlesAsync(lead, [.. bench.Articles.Take(3)]);

        var canary = Assert.Single(MailBench.Links(mail).Except(MailBench.VisibleLinks(mail)));
        var link = MailBench.Parse(mail).Links.Single(anchor => anchor.GetAttribute("href") == canary);
        Assert.True(bench.Read(canary)!.Value.IsCanary);
        Assert.All(MailBench.VisibleLinks(mail), visible => Assert.NotEqual(true, bench.Read(visible)?.IsCanary));
        Assert.Equal(("-1", "true", ""), (link.GetAttribute("tabindex"), link.ParentElement!.GetAttribute("aria-hidden"), link.TextContent));
        Assert.Contains("display:none", link.ParentElement!.GetAttribute("style"), StringComparison.Ordinal);
        Assert.DoesNotContain(canary, mail.Text, StringComparison.Ordinal);
        Assert.Equal(MailBench.Links(await bench.ConfirmationAsync(lead)), MailBench.VisibleLinks(await bench.ConfirmationAsync(lead)));
    }

    [Theory]
    [InlineData(LeadKind.Call, ContactBy.Phone, 0, "will call you by 12:15 PM today.")]
    [InlineData(LeadKind.Call, ContactBy.Text, 0, "will send you a text message by 12:15 PM today.")]
    [InlineData(LeadKind.Appointment, ContactBy.Email, 0, "will write to you by 4:00 PM today.")]
    [InlineData(LeadKind.Appointment, ContactBy.Phone, 4, "will call you by 11:00 AM tomorrow.")]
    [InlineData(LeadKind.Call, ContactBy.Phone, 122, "will call you by 8:45 AM on Monday.")]
    public async Task A_confirmation_says_what_happens_next_and_by_when_in_the_clinics_hours(LeadKind kind, ContactBy by, int hoursLater, string expected)
    {
        bench.Advance(TimeSpan.FromHours(hoursLater));
        var lead = ALead.Captured(at: ALead.Noon + TimeSpan.FromHours(hoursLater), kind: kind) with { ContactBy = by };

        var mail = await bench.ConfirmationAsync(lead);

        Assert.All([mail.Text, MailBench.Parse(mail).Body!.TextContent], part =>
        {
            Assert.Contains(expected, part, StringComparison.Ordinal);
            Assert.Contains(lead.Id.ToReference("PAMB"), part, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task A_confirmation_that_comes_too_late_names_no_time_that_has_passed()
    {
        var lead = ALead.Captured(kind: LeadKind.Call) with { ContactBy = ContactBy.Phone };
        bench.Advance(TimeSpan.FromMinutes(16));

        var mail = await bench.ConfirmationAsync(lead);

        Assert.Contains("will call you as soon as possible.", mail.Text, StringComparison.Ordinal);
    }

    public ValueTask DisposeAsync() => bench.DisposeAsync();

    private Task<EmailMessage> MailAsync(bool isArticles) => isArticles
        ? bench.ArticlesAsync(ALead.Captured(), [.. bench.Articles.Take(3)])
        : bench.ConfirmationAsync(ALead.Captured());
}
