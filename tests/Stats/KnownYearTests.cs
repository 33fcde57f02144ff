using System.Diagnostics;
using System.Globalization;
using LeadFunctions.Clinic;
using LeadFunctions.Leads;
using LeadFunctions.Stats;
using LeadFunctions.Tests.Support;
using Xunit.Abstractions;

namespace LeadFunctions.Tests.Stats;

/// <summary>A year of 20,000 made-up leads whose figures are known beforehand, since each was counted when it was made up.</summary>
public sealed class KnownYearTests(ITestOutputHelper output)
{
    private const int LeadCount = 20_000;

    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("America/Los_Angeles");
    private static readonly string[] Concerns = ["anxiety", "depression", "ocd", "chronic-pain", "sleep"];
    private static readonly string[] Campaigns = ["spring", "autumn", "letter"];

    [Fact]
    public void Every_figure_is_exact_in_any_order_and_told_any_number_of_times()
    {
        var year = new Year(seed: 650);
        var expected = year.Known.Order(StringComparer.Ordinal).ToList();

        Assert.Equal(expected, Figures(year, new Random(1), repeated: false));
        Assert.Equal(expected, Figures(year, new Random(2), repeated: true));
        Assert.InRange(expected.Count, 10_000, 100_000);
    }

    private List<string> Figures(Year year, Random random, bool repeated)
    {
        var begun = Stopwatch.GetTimestamp();
        var leads = year.Leads.OrderBy(_ => random.Next()).ToList();
        var days = new Dictionary<DateOnly, Tally>();
        var calendar = new LocalDays(new ClinicTime(Zone));
        foreach (var (facts, evidence) in leads)
        {
            var told = (repeated ? evidence.Concat(evidence.Where(_ => random.Next(3) == 0)) : evidence).OrderBy(_ => random.Next());
            foreach (var (bucket, tally) in LeadFold.Of(facts, told))
            {
                var date = calendar.DatesOf(bucket.Hour).Single();
                days.TryAdd(date, new());
                days[date].Add(tally);
            }
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{leads.Count} leads in {Stopwatch.GetElapsedTime(begun).TotalSeconds:F1} s"));
        return [.. days
            .SelectMany(day => new[] { Dimension.Total, Dimension.Concern, Dimension.Campaign, Dimension.Step, Dimension.Article }
                .SelectMany(dimension => day.Value.Bounded().By(dimension)
                    .SelectMany(key => Enum.GetValues<Metric>()
                        .Where(metric => key.Value[metric] > 0 && (dimension != Dimension.Article || metric is Metric.Clicked or Metric.Sent))
                        .Select(metric => Figure(day.Key, dimension, key.Key, metric, key.Value[metric])))))
            .Order(StringComparer.Ordinal)];
    }

    private static string Figure(DateOnly date, Dimension dimension, string key, Metric metric, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{date:yyyy-MM-dd} {dimension} {key} {metric} {number}");

    /// <summary>Makes up leads and counts on its fingers, by another way than the app does: a line for each thing that happens.</summary>
    private sealed class Year
    {
        private readonly Dictionary<(DateOnly, Dimension, string, Metric), int> known = [];

        public Year(int seed)
        {
            var random = new Random(seed);
            for (var number = 0; number < LeadCount; number++)
            {
                Leads.Add(MakeUp(random, new((uint)number)));
            }
        }

        public List<(LeadFacts Facts, List<MailEvent> Evidence)> Leads { get; } = [];

        public IEnumerable<string> Known => known.Select(one => Figure(one.Key.Item1, one.Key.Item2, one.Key.Item3, one.Key.Item4, one.Value));

        private (LeadFacts Facts, List<MailEvent> Evidence) MakeUp(Random random, LeadId lead)
        {
            var at = new DateTimeOffset(2026, 1, 1, 8, 0, 0, TimeSpan.Zero).AddSeconds(random.Next(365 * 24 * 3600));
            var concerns = Concerns.Where(_ => random.Next(3) == 0).ToList();
            var campaign = random.Next(2) == 0 ? Campaigns[random.Next(Campaigns.Length)] : null;
            var evidence = new List<MailEvent>();
            var sent = new List<SentFact>();
            var (isReached, isRead) = (false, false);
            Count(at, Metric.Captured, null);
            for (var step = 0; step < random.Next(4); step++)
            {
                var sentAt = at.AddDays(step * 2).AddMinutes(1);
                IReadOnlyList<LinkedArticle> articles = step == 0 ? [] : [new($"article-{step}", $"{step:x16}"), new("common", "00000000000000ff")];
                sent.Add(new(step, sentAt, "appointment.1", articles));
                Count(sentAt, Metric.Sent, step);
                foreach (var slug in articles.Select(article => article.Slug).DefaultIfEmpty("none"))
                {
                    Tell(sentAt, Dimension.Article, slug, Metric.Sent);
                }

                MailHistory(step, sentAt, articles);
            }

            StatusFact[] statuses = [];
            if (random.Next(5) == 0)
            {
                var booked = at.AddHours(1 + random.Next(24 * 40));
                statuses = [new(LeadStatus.Contacted, at.AddMinutes(5)), new(LeadStatus.Booked, booked)];
                Count(booked, Metric.Booked, LastBefore(booked));
                Count(at, Metric.BookedSince, null);
                foreach (var (days, metric) in new[] { (7, Metric.BookedWithin7Days), (30, Metric.BookedWithin30Days), (90, Metric.BookedWithin90Days) })
                {
                    if (booked - at <= TimeSpan.FromDays(days))
                    {
                        Count(at, metric, null);
                    }
                }
            }

            var facts = new LeadFacts
            {
                Captured = new() { At = at, Kind = LeadKind.Call, Language = "en", Concerns = concerns, Campaign = campaign },
                Sent = sent,
                Statuses = statuses,
            };
            if (random.Next(12) == 0)
            {
                facts = facts with { UnsubscribedAt = at.AddDays(3) };
                Count(at.AddDays(3), Metric.Unsubscribed, LastBefore(at.AddDays(3)));
            }

            if (isReached)
            {
                Count(at, Metric.Reached, null);
            }

            if (isRead)
            {
                Count(at, Metric.Read, null);
            }

            return (facts, evidence);

            int? LastBefore(DateTimeOffset moment) => sent.Where(mail => mail.At <= moment).Select(mail => (int?)mail.Step).LastOrDefault();

            void MailHistory(int step, DateTimeOffset sentAt, IReadOnlyList<LinkedArticle> articles)
            {
                if (random.Next(10) == 0)
                {
                    Happen(step, sentAt.AddSeconds(2), MailEventKind.Bounced, Metric.Bounced);
                    return;
                }

                Happen(step, sentAt.AddSeconds(4), MailEventKind.Delivered, Metric.Delivered);
                isReached = true;
                if (random.Next(4) == 0)
                {
                    Happen(step, sentAt.AddSeconds(5), MailEventKind.Opened, Metric.OpenedMachine, AgentClass.PrivacyProxy);
                }

                var read = sentAt.AddHours(1 + random.Next(90));
                if (articles.Count > 0 && random.Next(3) == 0)
                {
                    Happen(step, read, MailEventKind.Clicked, Metric.Clicked, AgentClass.Browser, articles[0].Link);
                    isRead = true;
                    Count(read, Metric.Opened, step);
                    Tell(read, Dimension.Article, articles[0].Slug, Metric.Clicked);
                    evidence.Add(evidence[^1] with { At = read.AddDays(1), Key = AnEvent.Key() });
                }
                else if (random.Next(2) == 0)
                {
                    Happen(step, read, MailEventKind.Opened, Metric.Opened, AgentClass.ImageProxy);
                    isRead = true;
                    Count(read, Metric.OpenedUnsure, step);
                    evidence.Add(evidence[^1] with { At = read.AddHours(5), Key = AnEvent.Key() });
                }
            }

            void Happen(int step, DateTimeOffset moment, MailEventKind kind, Metric metric, AgentClass agent = AgentClass.Unknown, string? link = null)
            {
                evidence.Add(AnEvent.Of(kind, new(lead, Track.Visitor, step), moment) with { Agent = agent, Link = link, Fetch = link is null ? null : LinkFetch.Get });
                Count(moment, metric, step);
            }

            void Count(DateTimeOffset moment, Metric metric, int? step)
            {
                Tell(moment, Dimension.Total, "", metric);
                Tell(moment, Dimension.Campaign, campaign ?? "none", metric);
                Tell(moment, Dimension.Step, step?.ToString(CultureInfo.InvariantCulture) ?? "none", metric);
                foreach (var concern in concerns.DefaultIfEmpty("none"))
                {
                    Tell(moment, Dimension.Concern, concern, metric);
                }
            }

            void Tell(DateTimeOffset moment, Dimension dimension, string key, Metric metric)
            {
                var place = (DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, Zone).DateTime), dimension, key, metric);
                known[place] = known.GetValueOrDefault(place) + 1;
            }
        }
    }
}
