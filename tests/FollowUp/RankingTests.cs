using LeadFunctions.Articles;
using LeadFunctions.FollowUp;
using LeadFunctions.Languages;
using LeadFunctions.Leads;
using LeadFunctions.Tests.Support;

namespace LeadFunctions.Tests.FollowUp;

public sealed class RankingTests
{
    private const string Concern = "sleep";

    [Fact]
    public void What_is_read_more_comes_more_often_and_nothing_is_given_up()
    {
        // One in five reads the best, one in twenty each of the others.
        var truth = new Dictionary<string, double> { ["a"] = 0.05, ["b"] = 0.20, ["c"] = 0.05, ["d"] = 0.05 };
        var random = new Random(650);
        var counts = new ClickCounts();
        var chosen = new List<string>();
        for (var person = 0; person < 4000; person++)
        {
            var draw = new Draw($"person-{person}/1");
            var article = truth.Keys.MaxBy(slug => draw.Of(counts.Of([Concern], slug)))!;
            chosen.Add(article);
            counts.Add(new(Concern, article), 1, random.NextDouble() < truth[article] ? 1 : 0);
        }

        var last = chosen.Skip(3000).ToList();
        Assert.InRange(last.Count(article => article == "b"), 800, 980);

        // A quarter of the draws that ask nobody's numbers: about 25 of 1,000 each.
        Assert.All(["a", "c", "d"], article => Assert.InRange(last.Count(other => other == article), 8, 90));
    }

    [Fact]
    public void Where_nothing_is_better_each_comes_as_often()
    {
        var counts = new ClickCounts();
        Assert.All(["a", "b"], slug => counts.Add(new(Concern, slug), 400, 40));

        var wins = Enumerable.Range(0, 2000).Count(person =>
        {
            var draw = new Draw($"person-{person}/1");
            return draw.Of(counts.Of([Concern], "a")) > draw.Of(counts.Of([Concern], "b"));
        });

        Assert.InRange(wins, 900, 1100);
    }

    [Fact]
    public void A_draw_is_the_same_whenever_it_is_asked() => Assert.Equal(new Draw("somebody/1").Of((50, 5)), new Draw("somebody/1").Of((50, 5)));

    [Fact]
    public void One_draw_in_ten_asks_nobodys_numbers() =>
        Assert.InRange(Enumerable.Range(0, 5000).Count(person => new Draw($"person-{person}/1").IsExploring), 430, 570);

    [Fact]
    public void Only_articles_that_fit_equally_well_change_places_and_the_reason_says_so()
    {
        var concerns = new ConcernCatalogue([new(Concern, new("Sleep", "Sueño"), ConcernKind.Concern, [])], Concern);
        var matcher = new ArticleMatcher(concerns, new([Of("newest", 3, 30), Of("older", 3, 20), Of("best", 5, 10)]));

        var usual = matcher.Match(new([Concern]), 2);
        var ranked = matcher.Match(new([Concern]), 2, article => article.Slug == "older" ? 1 : 0);

        Assert.Equal(["best", "newest"], usual.Select(match => match.Article.Slug));
        Assert.Equal(["best", "older"], ranked.Select(match => match.Article.Slug));
        Assert.DoesNotContain("readers", usual[1].Why, StringComparison.Ordinal);
        Assert.EndsWith("; of those that fit as well, readers chose it", ranked[1].Why, StringComparison.Ordinal);
        Assert.DoesNotContain("readers", ranked[0].Why, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Newest", "Standard", false)]
    [InlineData("Clicks", "Standard", true)]
    [InlineData("Clicks", "Hipaa", false)]
    public async Task It_is_off_unless_it_is_asked_for_and_where_every_mail_is_the_same(string ranking, string mode, bool isOn)
    {
        await using var app = new TestApp(settings: [("FollowUp:Ranking", ranking), ("Compliance:Mode", mode)]);
        await app.Get<ArticleRanking>().RefreshAsync(default);

        Assert.Equal(isOn, app.Get<ArticleRanking>().For(ALead.Captured(), 1) is not null);
    }

    [Fact]
    public void Only_what_people_certainly_did_is_counted_for_it()
    {
        var at = ALead.Noon;
        var mail = new SendKey(new(0x1a), Track.Visitor, 1);
        var facts = new LeadFacts
        {
            Captured = new() { At = at, Kind = LeadKind.Call, Language = "en", Concerns = [Concern] },
            Sent = [new(1, at, "call.2", [new("one", "000000000000000a"), new("two", "000000000000000b")])],
        };
        MailEvent Click(string link, AgentClass agent, TimeSpan after) =>
            AnEvent.Of(MailEventKind.Clicked, mail, at + after) with { Agent = agent, Fetch = LinkFetch.Get, Link = link };

        var sum = new Tally();
        foreach (var tally in LeadFold.Of(facts, [AnEvent.Of(MailEventKind.Delivered, mail, at), Click("000000000000000a", AgentClass.Browser, TimeSpan.FromHours(1)), Click("000000000000000b", AgentClass.Unknown, TimeSpan.FromHours(2))]).Values)
        {
            sum.Add(tally);
        }

        var counted = sum.By(Dimension.ConcernArticle);
        Assert.Equal((1, 1), (counted["sleep|one"][Metric.Delivered], counted["sleep|one"][Metric.Clicked]));
        Assert.Equal((1, 0), (counted["sleep|two"][Metric.Delivered], counted["sleep|two"][Metric.Clicked]));
    }

    private static Article Of(string slug, int weight, int day) => new("")
    {
        Slug = slug,
        Title = new LocalText(slug, slug),
        Summary = new LocalText(slug, slug),
        Url = new($"https://mindbody.example.com/{slug}"),
        Minutes = 3,
        Published = new(2026, 1, day),
        ReviewedBy = "Clinical team",
        Weights = new Dictionary<string, int> { [Concern] = weight },
    };
}
