using LeadFunctions.Leads;
using LeadFunctions.Tests.Support;

namespace LeadFunctions.Tests.Stats;

public sealed class LeadFoldTests
{
    private static readonly DateTimeOffset Noon = ALead.Noon;
    private static readonly LeadId Lead = new(0x1a);

    [Fact]
    public void What_is_not_known_to_have_been_captured_adds_nothing() =>
        Assert.Empty(LeadFold.Of(new() { Sent = [Mail(1, Noon)] }, [Evidence(MailEventKind.Delivered, Noon)]));

    [Fact]
    public void A_lead_counts_once_in_each_dimension_and_once_for_each_concern()
    {
        var tally = Assert.Single(LeadFold.Of(new() { Captured = Captured }, [])).Value;

        Assert.Equal(1, tally.By(Dimension.Total)[""][Metric.Captured]);
        Assert.Equal(["anxiety", "ocd"], tally.By(Dimension.Concern).Keys);
        Assert.Equal(["spring"], tally.By(Dimension.Campaign).Keys);
        Assert.Equal(["first"], tally.By(Dimension.FirstCampaign).Keys);
        Assert.Equal(["none"], tally.By(Dimension.Medium).Keys);
        Assert.Equal(["none"], tally.By(Dimension.Step).Keys);
        Assert.Equal(["came-from"], tally.By(Dimension.Article).Keys);
    }

    [Fact]
    public void A_mail_counts_once_for_what_came_of_it_when_it_first_did()
    {
        var facts = Known([Mail(1, Noon.AddDays(1))]);
        MailEvent[] evidence =
        [
            Evidence(MailEventKind.Delivered, Noon.AddDays(1).AddSeconds(5)),
            Evidence(MailEventKind.Delivered, Noon.AddDays(1).AddHours(2)),
            Opened(Noon.AddDays(2), AgentClass.Browser),
            Opened(Noon.AddDays(3), AgentClass.Browser),
            Opened(Noon.AddDays(4), AgentClass.PrivacyProxy),
        ];

        var all = Sum(LeadFold.Of(facts, evidence));

        Assert.Equal((1, 1, 1, 0, 1), (all[Metric.Sent], all[Metric.Delivered], all[Metric.Opened], all[Metric.OpenedUnsure], all[Metric.OpenedMachine]));
        Assert.Equal(1, At(LeadFold.Of(facts, evidence), Noon.AddDays(2))[Metric.Opened]);
    }

    [Fact]
    public void An_earlier_event_that_comes_late_takes_the_place_of_the_later_one()
    {
        var facts = Known([Mail(1, Noon)]);
        var later = Opened(Noon.AddDays(3), AgentClass.ImageProxy);
        var earlier = Opened(Noon.AddDays(2), AgentClass.Browser);

        Assert.Equal(1, At(LeadFold.Of(facts, [later]), later.At)[Metric.OpenedUnsure]);
        Assert.DoesNotContain(Bucket.Of(later.At), LeadFold.Of(facts, [later, earlier]).Keys);
        Assert.Equal((1, 0), (At(LeadFold.Of(facts, [later, earlier]), earlier.At)[Metric.Opened], At(LeadFold.Of(facts, [later, earlier]), earlier.At)[Metric.OpenedUnsure]));
    }

    [Fact]
    public void A_label_that_changes_with_later_evidence_changes_what_was_counted()
    {
        var facts = Known([Mail(1, Noon)]);
        var click = Clicked(Noon.AddHours(1).AddSeconds(-3), "000000000000000a");
        var scan = new[] { Clicked(Noon.AddHours(1), "000000000000000b"), Clicked(Noon.AddHours(1).AddSeconds(2), "000000000000000c") };

        Assert.Equal(1, Sum(LeadFold.Of(facts, [click]))[Metric.Clicked]);
        Assert.Equal((0, 1), (Sum(LeadFold.Of(facts, [click, .. scan]))[Metric.Clicked], Sum(LeadFold.Of(facts, [click, .. scan]))[Metric.ClickedMachine]));
    }

    [Fact]
    public void Of_two_articles_in_a_mail_the_one_that_was_followed_is_clicked_and_both_are_delivered()
    {
        var facts = Known([Mail(1, Noon)]);

        var tallies = LeadFold.Of(facts, [Evidence(MailEventKind.Delivered, Noon), Clicked(Noon.AddHours(5), "000000000000000b")]);

        var articles = Sum(tallies, Dimension.Article);
        Assert.Equal((1, 1), (articles["one"][Metric.Delivered], articles["two"][Metric.Delivered]));
        Assert.Equal((0, 1), (articles["one"][Metric.Clicked], articles["two"][Metric.Clicked]));
        Assert.Equal((1, 1), (Sum(tallies)[Metric.Clicked], Sum(tallies)[Metric.Opened]));
    }

    [Fact]
    public void A_booking_belongs_to_the_last_mail_before_it_and_to_the_articles_that_were_read()
    {
        var booked = Noon.AddDays(5);
        var facts = Known([Mail(0, Noon), Mail(1, Noon.AddDays(1)), Mail(2, Noon.AddDays(6))]) with { Statuses = [new(LeadStatus.Booked, booked)] };

        var tally = LeadFold.Of(facts, [Clicked(Noon.AddDays(2), "000000000000000b"), Clicked(booked.AddDays(1), "000000000000000a")])[Bucket.Of(booked)];

        Assert.Equal(["1"], tally.By(Dimension.Step).Keys);
        Assert.Equal(["appointment.1"], tally.By(Dimension.Sequence).Keys);
        Assert.Equal(["two"], tally.By(Dimension.Article).Keys);
        Assert.Equal(["04-07"], tally.By(Dimension.Wait).Keys);
    }

    [Fact]
    public void A_lead_is_booked_the_last_time_it_was_and_not_while_it_is_open_again()
    {
        StatusFact[] all = [new(LeadStatus.Booked, Noon.AddDays(1)), new(LeadStatus.New, Noon.AddDays(2)), new(LeadStatus.Booked, Noon.AddDays(40))];

        Assert.Equal(0, Sum(LeadFold.Of(Known([]) with { Statuses = all[..2] }, []))[Metric.Booked]);
        var again = LeadFold.Of(Known([]) with { Statuses = [all[2], all[0], all[1]] }, []);
        Assert.Equal(1, At(again, Noon.AddDays(40))[Metric.Booked]);
        Assert.Equal((0, 0, 1), (At(again, Noon)[Metric.BookedWithin7Days], At(again, Noon)[Metric.BookedWithin30Days], At(again, Noon)[Metric.BookedWithin90Days]));
    }

    [Fact]
    public void Every_order_and_every_repetition_gives_the_same()
    {
        var facts = Known([Mail(0, Noon), Mail(1, Noon.AddDays(1)), Mail(2, Noon.AddDays(4))]) with { UnsubscribedAt = Noon.AddDays(9) };
        var evidence = Enumerable.Range(0, 60).Select(number => number % 3 == 0
            ? Opened(Noon.AddHours(number * 4), (AgentClass)(number % 5), number % 2)
            : Clicked(Noon.AddHours(number * 4), $"000000000000000{(number % 2) + 10:x}", number % 3)).ToList();
        var expected = Text(LeadFold.Of(facts, evidence));

        for (var seed = 0; seed < 20; seed++)
        {
            var random = new Random(seed);
            var shuffled = evidence.Concat(evidence.Where(_ => random.Next(2) == 0)).OrderBy(_ => random.Next()).ToList();
            Assert.Equal(expected, Text(LeadFold.Of(facts with { Sent = [.. facts.Sent.OrderBy(_ => random.Next())] }, shuffled)));
        }
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("", null)]
    [InlineData("https://mindbody.example.com/articles/ocd/?email=robin@example.com#top", "https://mindbody.example.com/articles/ocd")]
    [InlineData("/", "/")]
    [InlineData("/call/6505550123", "other")]
    [InlineData("/for/robin@example.com", "other")]
    [InlineData("/a\"b\\c\u0001\ud83d\ude00", "/a_b_c___")]
    public void A_page_is_told_without_what_could_name_somebody(string? page, string? label) => Assert.Equal(label, SourceLabels.Page(page));

    [Fact]
    public void Of_too_many_keys_those_that_count_least_are_put_together_and_the_sum_stays()
    {
        var tally = new Tally();
        for (var key = 0; key < Tally.MostKeys + 40; key++)
        {
            for (var times = 0; times <= key; times++)
            {
                tally.Add(Dimension.Source, $"/page/{key:D3}", Metric.Captured);
            }
        }

        var bounded = tally.Bounded().By(Dimension.Source);

        Assert.Equal(Tally.MostKeys + 1, bounded.Count);
        Assert.Equal(Enumerable.Range(1, 40).Sum(), bounded[Tally.Other][Metric.Captured]);
        Assert.Equal(tally.By(Dimension.Source).Values.Sum(counts => counts.Weight), bounded.Values.Sum(counts => counts.Weight));
    }

    private static CapturedFact Captured { get; } = new()
    {
        At = Noon,
        Kind = LeadKind.Appointment,
        Language = "en",
        Concerns = ["anxiety", "ocd"],
        Article = "came-from",
        Campaign = "spring",
        FirstCampaign = "first",
    };

    private static LeadFacts Known(IReadOnlyList<SentFact> sent) => new() { Captured = Captured, Sent = sent };

    private static SentFact Mail(int step, DateTimeOffset at) =>
        new(step, at, "appointment.1", step == 0 ? [] : [new("one", "000000000000000a"), new("two", "000000000000000b")]);

    private static MailEvent Evidence(MailEventKind kind, DateTimeOffset at, int step = 1) => AnEvent.Of(kind, new(Lead, Track.Visitor, step), at);

    private static MailEvent Opened(DateTimeOffset at, AgentClass by, int step = 1) => Evidence(MailEventKind.Opened, at, step) with { Agent = by };

    private static MailEvent Clicked(DateTimeOffset at, string link, int step = 1) =>
        Evidence(MailEventKind.Clicked, at, step) with { Agent = AgentClass.Browser, Fetch = LinkFetch.Get, Link = link };

    private static Counts Sum(IReadOnlyDictionary<Bucket, Tally> tallies) => Sum(tallies, Dimension.Total).GetValueOrDefault("") ?? new();

    private static IReadOnlyDictionary<string, Counts> Sum(IReadOnlyDictionary<Bucket, Tally> tallies, Dimension dimension)
    {
        var sum = new Tally();
        foreach (var tally in tallies.Values)
        {
            sum.Add(tally);
        }

        return sum.By(dimension);
    }

    private static Counts At(IReadOnlyDictionary<Bucket, Tally> tallies, DateTimeOffset at) => tallies[Bucket.Of(at)].By(Dimension.Total)[""];

    private static string Text(IReadOnlyDictionary<Bucket, Tally> tallies) => string.Join('\n', tallies.OrderBy(tally => tally.Key)
        .Select(tally => $"{tally.Key.Start:O} {LeadFunctions.Storage.TallyColumns.Mark(tally.Value)}"));
}
