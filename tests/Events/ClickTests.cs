using System.Net;
using LeadFunctions.Articles;
using LeadFunctions.Languages;
using LeadFunctions.Leads;
using LeadFunctions.Tests.Support;

namespace LeadFunctions.Tests.Events;

/// <summary>Who follows the links in our mails.</summary>
public sealed class ClickTests : IAsyncLifetime
{
    private const string Browser = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1";

    private readonly SendKey mail = AnEvent.Mail();
    private HostedApp app = null!;

    private IReadOnlyList<Article> Articles => app.Get<ArticleCatalogue>().All;

    public async Task InitializeAsync() => app = await HostedApp.StartAsync();

    public Task DisposeAsync() => app.DisposeAsync().AsTask();

    [Fact]
    public async Task A_link_leads_to_its_article_and_the_visit_is_kept_without_a_trace_of_the_person()
    {
        using var answer = await FollowAsync(Link(0));

        Assert.Equal((HttpStatusCode.Found, Articles[0].Url), (answer.StatusCode, answer.Headers.Location));
        Assert.True(answer.Headers.CacheControl!.NoStore);
        var kept = Assert.Single(app.Events.All);
        Assert.Equal((mail, MailEventKind.Clicked, LinkFetch.Get, AgentClass.Browser, false), (kept.Mail, kept.Kind, kept.Fetch, kept.Agent, kept.IsCanary));
        Assert.Equal(app.Get<LeadKeys>().Article(Articles[0].Slug).ToString("x16", null), kept.Link);
        Assert.InRange(kept.At - kept.MailMadeAt!.Value, TimeSpan.Zero, TimeSpan.FromSeconds(60));
        Assert.DoesNotMatch("(?i)iphone|127\\.0\\.0\\.1|::1", kept.ToString());
    }

    [Theory]
    [InlineData("HEAD", null, null, LinkFetch.Head)]
    [InlineData("GET", "Sec-Purpose", "prefetch;prerender", LinkFetch.Prefetch)]
    [InlineData("GET", "Purpose", "prefetch", LinkFetch.Prefetch)]
    [InlineData("GET", "X-Purpose", "preview", LinkFetch.Prefetch)]
    [InlineData("GET", "X-Moz", "prefetch", LinkFetch.Prefetch)]
    [InlineData("GET", "Purpose", "navigate", LinkFetch.Get)]
    public async Task A_look_ahead_is_answered_like_a_visit_and_known_as_what_it_is(string method, string? header, string? value, LinkFetch fetch)
    {
        using var request = new HttpRequestMessage(new(method), Link(0));
        request.Headers.UserAgent.ParseAdd(Browser);
        if (header is not null)
        {
            request.Headers.Add(header, value);
        }

        using var answer = await app.Client.SendAsync(request);

        Assert.Equal((HttpStatusCode.Found, Articles[0].Url), (answer.StatusCode, answer.Headers.Location));
        Assert.Equal(fetch, Assert.Single(app.Events.All).Fetch);
    }

    [Fact]
    public async Task A_scanner_that_gets_every_link_of_a_mail_is_a_machine_unsubscribes_nobody_and_the_person_five_minutes_later_is_human()
    {
        var lead = ALead.Captured();
        await app.Leads.CaptureAsync(ALead.New(lead), default);
        var links = new[] { Link(0), Link(1), Link(2), Canary(0), Path(app.Get<LeadLinks>().Unsubscribe(lead.Contact, Language.English)) };

        foreach (var link in links.Concat(links))
        {
            (await FollowAsync(link)).Dispose();
        }

        app.Clock.Advance(TimeSpan.FromMinutes(5));
        (await FollowAsync(Link(1))).Dispose();

        var evidence = Assert.Single(MailEvidence.ByMail(app.Events.All));
        Assert.Equal([.. Enumerable.Repeat(Actor.Machine, 8), Actor.Human], evidence.Events.Select(labelled => labelled.By!.Value));
        Assert.True(evidence.IsClickedByHuman);
        Assert.False((await app.Leads.FindContactAsync(lead.Contact, default))!.IsSuppressed);
    }

    [Fact]
    public async Task The_hidden_link_leads_where_a_visible_one_does()
    {
        using var answer = await FollowAsync(Canary(1));

        Assert.Equal((HttpStatusCode.Found, Articles[1].Url), (answer.StatusCode, answer.Headers.Location));
        Assert.True(Assert.Single(app.Events.All).IsCanary);
    }

    [Fact]
    public async Task A_link_that_is_not_ours_leads_nowhere_and_is_no_evidence()
    {
        var forged = Link(0)[..^4] + "AAAA";

        foreach (var path in new[] { forged, "/r/x", "/r/https:%2F%2Fevil.example", Path(app.Get<LeadLinks>().Unsubscribe(ALead.AContact(), Language.English)).Replace("unsubscribe", "r", StringComparison.Ordinal) })
        {
            using var answer = await FollowAsync(path);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }

        Assert.Empty(app.Events.All);
    }

    [Fact]
    public async Task While_storage_is_away_people_get_their_articles_and_their_visits_are_kept_when_it_is_back()
    {
        app.Events.IsAway = true;
        for (var visits = 0; visits < 5; visits++)
        {
            using var answer = await FollowAsync(Link(visits % 3));
            Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        }

        app.Events.IsAway = false;
        await app.Get<LeadFunctions.Events.ClickRecorder>().StopAsync(default);

        Assert.Equal(5, app.Events.All.Count);
    }

    private string Link(int article) => Path(app.Get<LeadLinks>().Article(mail, Articles[article].Slug));

    private string Canary(int article) => Path(app.Get<LeadLinks>().Canary(mail, Articles[article].Slug));

    private static string Path(string link) => new Uri(link).AbsolutePath;

    private async Task<HttpResponseMessage> FollowAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.UserAgent.ParseAdd(Browser);
        return await app.Client.SendAsync(request);
    }
}
