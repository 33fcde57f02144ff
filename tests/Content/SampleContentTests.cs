using System.Text.RegularExpressions;
using LeadFunctions.Articles;
using LeadFunctions.Clinic;
using LeadFunctions.FollowUp;
using Microsoft.Extensions.DependencyInjection;

namespace LeadFunctions.Tests.Content;

public sealed class SampleContentTests : IDisposable
{
    private readonly ServiceProvider services = EditedContent.Services();

    private ConcernCatalogue Concerns => services.GetRequiredService<ConcernCatalogue>();

    private ArticleCatalogue Articles => services.GetRequiredService<ArticleCatalogue>();

    private ArticleMatcher Matcher => services.GetRequiredService<ArticleMatcher>();

    private SequenceLibrary Sequences => services.GetRequiredService<SequenceLibrary>();

    public void Dispose() => services.Dispose();

    [Fact]
    public void The_five_articles_of_the_clinics_website_are_there()
    {
        string[] titles =
        [
            "The Connection Between Depression and Chronic Pain",
            "Recognizing the Signs of Obsessive-Compulsive Disorder (OCD)",
            "Can Ketamine Relieve My Chronic Pain?",
            "Anxiety Treatment Options: Finding the Right Approach for You",
            "How Does Telehealth Work for Mental Health Appointments?",
        ];

        Assert.Empty(titles.Except(Articles.All.Select(article => article.Title.English)));
    }

    [Fact]
    public void Every_article_is_worth_its_minutes_and_says_where_to_turn_in_an_emergency()
        => Assert.All(Articles.All, article =>
        {
            var words = Regex.Replace(article.Html, "<[^>]+>", " ").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;

            Assert.InRange(words, 300, 600);
            Assert.Contains("988", article.Html, StringComparison.Ordinal);
            Assert.Contains("911", article.Html, StringComparison.Ordinal);
        });

    [Fact]
    public void Every_article_about_ketamine_says_that_its_use_is_off_label()
    {
        var articles = Articles.All.Where(article => article.Weights.GetValueOrDefault("ketamine") >= 3).ToList();

        Assert.Equal(3, articles.Count);
        Assert.All(articles, article => Assert.Contains("<em>off-label</em>", article.Html, StringComparison.Ordinal));
    }

    [Fact]
    public void Nobody_is_invented_as_a_reviewer()
        => Assert.All(Articles.All, article => Assert.Equal("Clinical team", article.ReviewedBy));

    [Fact]
    public void Whoever_names_one_thing_first_gets_an_article_about_it_and_then_another_that_covers_it()
        => Assert.All(Concerns.All, concern =>
        {
            var weights = Matcher.Match(new([concern.Id]), 2).Select(match => match.Article.Weights.GetValueOrDefault(concern.Id));

            Assert.Collection(weights, first => Assert.InRange(first, 4, 5), second => Assert.InRange(second, 1, 5));
        });

    [Fact]
    public void Depression_with_chronic_pain_starts_with_the_article_on_their_connection()
        => Assert.Equal(
            "depression-and-chronic-pain",
            Matcher.Match(new(["depression", "chronic-pain"]), 1).Single().Article.Slug);

    [Fact]
    public void The_two_sequences_of_one_person_never_run_dry_and_never_repeat_whatever_they_named()
    {
        var ids = Concerns.All.Select(concern => concern.Id).ToArray();
        var steps = Sequences["appointment"].Steps.Concat(Sequences["call"].Steps).ToList();

        // Every set of concerns and interests, as the bits of a number.
        for (var set = 0; set < 1 << ids.Length; set++)
        {
            string[] named = [.. ids.Where((_, place) => (set & (1 << place)) != 0)];
            var read = new List<string> { Articles.All[set % Articles.All.Count].Slug };

            foreach (var step in steps)
            {
                var matches = Matcher.Match(new(named, Exclude: read), step.Articles);
                Assert.Equal(step.Articles, matches.Count);
                read.AddRange(matches.Select(match => match.Article.Slug));
            }

            Assert.Equal(read.Count, read.Distinct().Count());
        }
    }

    [Fact]
    public void The_sequences_send_when_the_clinic_wants_them_to()
    {
        Assert.Equal([1, 4, 10], Sequences["appointment"].Steps.Select(step => step.After.TotalDays));
        Assert.Equal([2, 2, 1], Sequences["appointment"].Steps.Select(step => step.Articles));
        Assert.Equal([2, 5, 11, 18], Sequences["call"].Steps.Select(step => step.After.TotalDays));
    }

    [Fact]
    public void The_clinic_keeps_its_hours_and_holidays()
    {
        var hours = services.GetRequiredService<OpeningHours>();
        var time = services.GetRequiredService<ClinicTime>();

        Assert.True(hours.IsOpen(time.FirstInstant(new(2026, 11, 25), new(9, 0))));
        Assert.Equal("Thanksgiving Day", hours.HolidayOn(new(2026, 11, 26))?.Name);
        Assert.Equal(
            time.FirstInstant(new(2026, 11, 28), new(9, 0)),
            hours.NextOpening(time.FirstInstant(new(2026, 11, 25), new(17, 30))));
    }

    [Fact]
    public void The_clinic_says_who_it_is()
    {
        var clinic = services.GetRequiredService<ClinicProfile>();

        Assert.Equal("PAMB", clinic.ReferencePrefix);
        Assert.Matches(@"^\+165055501\d\d$", clinic.Phone.Number);
        Assert.EndsWith("example.com", clinic.Website.Host, StringComparison.Ordinal);
        Assert.Equal("1480 Sample Oak Avenue, Suite 220, Palo Alto, CA 94301, USA", clinic.Address.ToString());
        Assert.Equal(new(TimeSpan.FromMinutes(15), TimeSpan.FromHours(4)), clinic.Promise);
        Assert.Equal(new(7, 30), clinic.DigestAt);
        Assert.Equal(["988", "911"], clinic.Crisis.Lines.Select(line => line.Call));
        Assert.Same(clinic.Consents.Articles.Current, clinic.Consents.Articles.Find("2026-11-01"));
        Assert.Null(clinic.Consents.Articles.Find("1999-01-01"));
    }
}
