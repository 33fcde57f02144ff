using LeadFunctions.Articles;

namespace LeadFunctions.Tests.Articles;

public sealed class ArticleMatcherTests
{
    private static readonly ConcernCatalogue Concerns = new(
        [
            new("depression", new("Depression", "Depresión"), ConcernKind.Concern, ["hopeless", "low mood"]),
            new("pain", new("Chronic pain", "Dolor crónico"), ConcernKind.Concern, ["back pain", "dolor crónico", "migraña"]),
            new("ocd", new("OCD", "TOC"), ConcernKind.Concern, ["rituals", "can't stop washing"]),
            new("other", new("Something else", "Otra cosa"), ConcernKind.Concern, []),
            new("ketamine", new("Ketamine infusions", "Infusiones de ketamina"), ConcernKind.Interest, ["infusion"]),
        ],
        whenNothingNamed: "other");

    [Fact]
    public void What_a_visitor_named_comes_first_by_how_much_an_article_is_about_it()
    {
        var matcher = Matcher(Article("visit", ("other", 5)), Article("touches", ("depression", 1)), Article("about", ("depression", 5)));

        Assert.Equal(["about", "touches", "visit"], Slugs(matcher.Match(new(["depression"]), 5)));
    }

    [Fact]
    public void An_article_on_the_connection_of_what_was_named_comes_before_one_on_a_single_part_of_it()
    {
        var matcher = Matcher(Article("depression", ("depression", 5)), Article("pain", ("pain", 5)), Article("together", ("depression", 1), ("pain", 2), ("ocd", 1)));

        Assert.Equal("together", Slugs(matcher.Match(new(["pain", "depression", "ocd"]), 1)).Single());
        Assert.Equal("pain", Slugs(matcher.Match(new(["pain"]), 1)).Single());
    }

    [Fact]
    public void The_order_in_which_things_are_named_or_named_twice_does_not_matter()
    {
        var matcher = Matcher(Article("depression", ("depression", 5)), Article("pain", ("pain", 4)), Article("both", ("depression", 2), ("pain", 2)));

        var once = Slugs(matcher.Match(new(["depression", "pain"]), 3));
        var twice = Slugs(matcher.Match(new(["pain", "pain", "depression"]), 3));

        Assert.Equal(once, twice);
    }

    [Fact]
    public void Things_that_were_named_take_turns()
    {
        var matcher = Matcher(
            Article("depression-1", ("depression", 5)),
            Article("depression-2", ("depression", 5)),
            Article("depression-3", ("depression", 5)),
            Article("ocd-1", ("ocd", 4)),
            Article("ocd-2", ("ocd", 4)));

        Assert.Equal(["depression-1", "ocd-1", "depression-2", "ocd-2"], Slugs(matcher.Match(new(["depression", "ocd"]), 4)));
    }

    [Fact]
    public void Who_came_from_an_article_does_not_get_it_again()
    {
        var matcher = Matcher(Article("first", ("pain", 5)), Article("second", ("pain", 3)));

        Assert.Equal(["second"], Slugs(matcher.Match(new(["pain"], Exclude: ["first"]), 5)));
    }

    [Fact]
    public void Asking_one_by_one_gives_the_same_articles_as_asking_at_once()
    {
        var random = new Random(20261122);
        var matcher = Matcher([.. Enumerable.Range(0, 30).Select(number => Article($"article-{number}", RandomWeights(random)))]);
        var query = new ArticleQuery(["depression", "pain", "ketamine"], "a low mood");

        var atOnce = Slugs(matcher.Match(query, 30));
        var oneByOne = new List<string>();

        for (var number = 0; number < 30; number++)
        {
            oneByOne.AddRange(Slugs(matcher.Match(query with { Exclude = oneByOne }, 1)));
        }

        Assert.Equal(atOnce, oneByOne);
        Assert.Equal(30, oneByOne.Distinct().Count());
    }

    [Fact]
    public void What_was_written_decides_only_between_articles_that_fit_alike()
    {
        var matcher = Matcher(
            Article("hinted-only", ("ocd", 5)),
            Article("named", ("depression", 3)),
            Article("named-and-hinted", ("depression", 3), ("ocd", 2)),
            Article("named-most", ("depression", 5)));

        var matches = matcher.Match(new(["depression"], "I cannot leave out my rituals."), 4);

        Assert.Equal(["named-most", "named-and-hinted", "named", "hinted-only"], Slugs(matches));
    }

    [Theory]
    [InlineData("Is an INFUSION possible?", "ketamine")]
    [InlineData("my back  pain, mostly", "pain")]
    [InlineData("I can’t stop washing my hands", "ocd")]
    [InlineData("I play back painful tunes", "visit")]
    [InlineData("my back. Pain!", "pain")]
    [InlineData("my back: the pain", "visit")]
    [InlineData("Tengo DOLOR crónico", "pain")]
    [InlineData("tengo dolor cronico", "pain")]
    [InlineData("migran\u0303a", "pain")]
    [InlineData("dolor croniquísimo", "visit")]
    [InlineData("back", "visit")]
    [InlineData("", "visit")]
    public void Whole_words_of_a_message_are_hints_for_who_named_nothing(string message, string expected)
    {
        var matcher = Matcher(Article("pain", ("pain", 5)), Article("ocd", ("ocd", 5)), Article("ketamine", ("ketamine", 5)), Article("visit", ("other", 5)));

        Assert.Equal(expected, Slugs(matcher.Match(new([], message), 1)).Single());
    }

    [Fact]
    public void The_newest_article_wins_a_tie_and_of_one_day_the_first_by_name()
    {
        var matcher = Matcher(
            Article("b", ("pain", 5)) with { Published = new(2026, 1, 2) },
            Article("a", ("pain", 5)) with { Published = new(2026, 1, 2) },
            Article("newest", ("pain", 5)) with { Published = new(2026, 1, 3) });

        Assert.Equal(["newest", "a", "b"], Slugs(matcher.Match(new(["pain"]), 3)));
    }

    [Fact]
    public void Who_names_nothing_or_only_what_is_no_longer_known_gets_a_good_first_read()
    {
        var matcher = Matcher(Article("ocd", ("ocd", 5)), Article("visit", ("other", 5)));

        Assert.Equal("visit", Slugs(matcher.Match(new([]), 1)).Single());
        Assert.Equal("visit", Slugs(matcher.Match(new(["hysteria"]), 1)).Single());
    }

    [Fact]
    public void Every_choice_says_why()
    {
        var matcher = Matcher(
            Article("three", ("depression", 3), ("pain", 3), ("ocd", 3)),
            Article("two", ("depression", 3), ("pain", 3)),
            Article("about", ("ocd", 3)),
            Article("touches", ("ocd", 1)),
            Article("hinted", ("ketamine", 3)),
            Article("visit", ("other", 2)),
            Article("anything"));

        var whys = matcher.Match(new(["depression", "pain", "ocd"], "an infusion"), 7).ToDictionary(match => match.Article.Slug, match => match.Why);

        Assert.Equal("covers depression, chronic pain and OCD together", whys["three"]);
        Assert.Equal("covers depression and chronic pain together", whys["two"]);
        Assert.Equal("is about OCD", whys["about"]);
        Assert.Equal("touches on OCD", whys["touches"]);
        Assert.Equal("the message hints at ketamine infusions", whys["hinted"]);
        Assert.Equal("is a good first read for anyone", whys["visit"]);
        Assert.Equal("is one that they have not read yet", whys["anything"]);
    }

    [Fact]
    public void A_better_fit_has_a_higher_score()
    {
        var matches = Matcher(Article("a", ("pain", 5)), Article("b", ("pain", 2)), Article("c", ("other", 1))).Match(new(["pain"]), 3);

        Assert.True(matches[0].Score > matches[1].Score && matches[1].Score > matches[2].Score);
    }

    [Fact]
    public void Nobody_asks_for_no_articles()
        => Assert.Throws<ArgumentOutOfRangeException>(() => Matcher(Article("a", ("pain", 5))).Match(new([]), 0));

    [Fact]
    public void What_is_asked_does_not_leak_into_logs()
        => Assert.Equal("ArticleQuery", new ArticleQuery(["ocd"], "my rituals").ToString());

    private static IReadOnlyList<string> Slugs(IEnumerable<ArticleMatch> matches) => [.. matches.Select(match => match.Article.Slug)];

    private static ArticleMatcher Matcher(params TestArticle[] articles) => new(Concerns, new(articles.Select(article => article.ToArticle())));

    private static TestArticle Article(string slug, params (string Concern, int Weight)[] weights)
        => new(slug, weights.ToDictionary(weight => weight.Concern, weight => weight.Weight), new(2026, 1, 1));

    private static (string Concern, int Weight)[] RandomWeights(Random random)
        => [.. Concerns.All.Where(_ => random.Next(2) == 0).Select(concern => (concern.Id, random.Next(1, 6)))];

    private sealed record TestArticle(string Slug, Dictionary<string, int> Weights, DateOnly Published)
    {
        public Article ToArticle() => new("A text.")
        {
            Slug = Slug,
            Title = new(Slug, Slug),
            Summary = new(Slug, Slug),
            Url = new($"https://clinic.example.com/{Slug}"),
            Minutes = 3,
            Published = Published,
            ReviewedBy = "Clinical team",
            Weights = Weights,
        };
    }
}
