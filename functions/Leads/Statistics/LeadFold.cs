using System.Globalization;

namespace LeadFunctions.Leads;

/// <summary>
/// Works out what one lead adds to the figures, from all that is known of it. Pure: the same facts and the same evidence, in whatever order
/// and however often they were told, give the same; nothing is ever added to what was counted before, it takes its place.
/// </summary>
/// <remarks>
/// A mail counts once for each thing that came of it, when it first did, so that no rate is over one. Evidence counts only for mails that are
/// known to have been sent.
/// </remarks>
public sealed class LeadFold
{
    private static readonly (int Days, Metric Metric)[] Cohorts =
        [(7, Metric.BookedWithin7Days), (30, Metric.BookedWithin30Days), (90, Metric.BookedWithin90Days)];

    private readonly SortedDictionary<Bucket, Tally> tallies = [];
    private readonly CapturedFact captured;
    private readonly IReadOnlyList<SentFact> sent;
    private readonly (Dimension Dimension, string Key)[] ofTheLead;

    private LeadFold(CapturedFact captured, IEnumerable<SentFact> sent)
    {
        this.captured = captured;
        this.sent = [.. sent.OrderBy(mail => mail.At).ThenBy(mail => mail.Step)];
        ofTheLead =
        [
            (Dimension.Total, ""),
            (Dimension.Kind, captured.Kind.Word()),
            .. OrNone(captured.Concerns).Select(concern => (Dimension.Concern, concern)),
            (Dimension.Source, captured.Page ?? Tally.None),
            (Dimension.Campaign, captured.Campaign ?? Tally.None),
            (Dimension.Medium, captured.Medium ?? Tally.None),
            (Dimension.Content, captured.Content ?? Tally.None),
            (Dimension.Language, captured.Language),
            (Dimension.FirstSource, captured.FirstPage ?? Tally.None),
            (Dimension.FirstCampaign, captured.FirstCampaign ?? Tally.None),
        ];
    }

    /// <param name="facts">Of the lead.</param>
    /// <param name="evidence">Of all its mails, in any order, each event at least once.</param>
    /// <returns>What the lead adds, by the time at which it happened.</returns>
    public static IReadOnlyDictionary<Bucket, Tally> Of(LeadFacts facts, IEnumerable<MailEvent> evidence)
    {
        if (facts.Captured is not { } captured)
        {
            return new Dictionary<Bucket, Tally>();
        }

        var fold = new LeadFold(captured, facts.Sent);
        var mails = MailEvidence.ByMail(evidence.Where(happened => happened.Mail.Track == Track.Visitor));
        fold.Count(facts, [.. fold.sent.Join(mails, mail => mail.Step, known => known.Mail.Step, (mail, known) => new Mail(mail, known))]);
        return fold.tallies;
    }

    private void Count(LeadFacts facts, IReadOnlyList<Mail> mails)
    {
        AddToCapture(Metric.Captured);
        foreach (var concern in OrNone(captured.Concerns))
        {
            TallyAt(captured.At).Add(Dimension.ConcernSource, new ConcernSource(concern, captured.Page ?? Tally.None).Key, Metric.Captured);
        }

        foreach (var mail in sent)
        {
            Add(mail.At, Metric.Sent, mail, ArticlesOf(mail));
        }

        foreach (var mail in mails)
        {
            CountDelivery(mail);
            CountOpens(mail);
            CountClicks(mail);
        }

        CountPerson(mails);
        if (facts.UnsubscribedAt is { } stopped)
        {
            var last = LastBefore(stopped);
            Add(stopped, Metric.Unsubscribed, last, last is null ? [Tally.None] : ArticlesOf(last));
        }

        if (BookedAt(facts.Statuses) is { } booked)
        {
            CountBooking(booked, mails);
        }
    }

    // Of people, not of mails: each lead once, with its capture, so that the share of all who came is one that can be told.
    private void CountPerson(IReadOnlyList<Mail> mails)
    {
        if (mails.Any(mail => mail.Evidence.Delivery.DeliveredAt is not null))
        {
            AddToCapture(Metric.Reached);
        }

        if (mails.Any(mail => mail.Evidence.Events.Any(IsNotAMachine)))
        {
            AddToCapture(Metric.Read);
        }
    }

    private void AddToCapture(Metric metric) => Add(captured.At, metric, mail: null, OrNone(captured.Article is { } article ? [article] : []));

    private void CountDelivery(Mail mail)
    {
        var delivery = mail.Evidence.Delivery;
        foreach (var (at, metric) in new[]
        {
            (delivery.DeliveredAt, Metric.Delivered),
            (delivery.BouncedAt, Metric.Bounced),
            (delivery.ComplainedAt, Metric.Complained),
        })
        {
            Add(at, metric, mail.Fact, ArticlesOf(mail.Fact));
        }

        foreach (var article in ArticlesOf(mail.Fact))
        {
            AddPairs(delivery.DeliveredAt, article, Metric.Delivered);
        }
    }

    // What people who named the same do with an article; of programs, and of what may be one, nothing.
    private void AddPairs(DateTimeOffset? at, string article, Metric metric)
    {
        foreach (var concern in at is null || article == Tally.None ? [] : captured.Concerns)
        {
            TallyAt(at!.Value).Add(Dimension.ConcernArticle, new ConcernArticle(concern, article).Key, metric);
        }
    }

    private void CountOpens(Mail mail)
    {
        var people = mail.Evidence.Events.Where(IsNotAMachine).ToList();
        var first = First(people);
        Add(first, Metric.Opened, mail.Fact, ArticlesOf(mail.Fact));
        Add(people.Exists(IsAPerson) ? null : first, Metric.OpenedUnsure, mail.Fact, ArticlesOf(mail.Fact));
        Add(First(mail.Evidence.Events.Where(IsMachineOpen)), Metric.OpenedMachine, mail.Fact, ArticlesOf(mail.Fact));
    }

    // A mail is clicked once; of its articles each is clicked once, and those of one mail seldom at the same time.
    private void CountClicks(Mail mail)
    {
        var clicks = mail.Evidence.Events.Where(happened => happened.Event.Kind == MailEventKind.Clicked).ToList();
        foreach (var (at, metric) in ClicksOf(clicks))
        {
            Add(at, metric, mail.Fact, articles: []);
        }

        foreach (var article in clicks.GroupBy(click => ArticleOf(mail.Fact, click)))
        {
            AddPairs(First(article.Where(IsAPerson)), article.Key, Metric.Clicked);
            foreach (var (at, metric) in ClicksOf([.. article]))
            {
                TallyAt(at).Add(Dimension.Article, article.Key, metric);
            }
        }
    }

    private static IEnumerable<(DateTimeOffset At, Metric Metric)> ClicksOf(List<LabelledEvent> clicks)
    {
        var people = clicks.Where(IsNotAMachine).ToList();
        if (First(people) is { } first)
        {
            yield return (first, Metric.Clicked);
            if (!people.Exists(IsAPerson))
            {
                yield return (first, Metric.ClickedUnsure);
            }
        }

        if (First(clicks.Where(click => click.By == Actor.Machine)) is { } machine)
        {
            yield return (machine, Metric.ClickedMachine);
        }
    }

    private void CountBooking(DateTimeOffset at, IReadOnlyList<Mail> mails)
    {
        var read = mails
            .SelectMany(mail => mail.Evidence.Events
                .Where(happened => happened.Event.Kind == MailEventKind.Clicked && IsNotAMachine(happened) && happened.Event.At <= at)
                .Select(click => ArticleOf(mail.Fact, click)))
            .Where(article => article != Tally.None)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        Add(at, Metric.Booked, LastBefore(at), OrNone(read));

        var wait = at - captured.At;
        TallyAt(at).Add(Dimension.Wait, WaitOf(wait), Metric.Booked);
        AddToCapture(Metric.BookedSince);
        foreach (var (_, metric) in Cohorts.Where(cohort => wait <= TimeSpan.FromDays(cohort.Days)))
        {
            AddToCapture(metric);
        }
    }

    // Whoever was booked, and then not, and then again, was booked the last time.
    private static DateTimeOffset? BookedAt(IReadOnlyList<StatusFact> statuses)
    {
        DateTimeOffset? at = null;
        foreach (var status in statuses.OrderBy(status => status.At))
        {
            at = status.Status == LeadStatus.Booked ? at ?? status.At : null;
        }

        return at;
    }

    private SentFact? LastBefore(DateTimeOffset at) => sent.LastOrDefault(mail => mail.At <= at);

    private void Add(DateTimeOffset? at, Metric metric, SentFact? mail, IEnumerable<string> articles)
    {
        if (at is not { } happened)
        {
            return;
        }

        var tally = TallyAt(happened);
        foreach (var (dimension, key) in ofTheLead)
        {
            tally.Add(dimension, key, metric);
        }

        tally.Add(Dimension.Step, mail?.Step.ToString(CultureInfo.InvariantCulture) ?? Tally.None, metric);
        tally.Add(Dimension.Sequence, mail?.Sequence ?? Tally.None, metric);
        if (mail?.Variant is { } variant)
        {
            tally.Add(Dimension.Variant, string.Create(CultureInfo.InvariantCulture, $"{mail.Sequence}.{mail.Step}.{variant}"), metric);
        }

        foreach (var article in articles)
        {
            tally.Add(Dimension.Article, article, metric);
        }
    }

    private Tally TallyAt(DateTimeOffset at)
    {
        var bucket = Bucket.Of(at);
        if (!tallies.TryGetValue(bucket, out var tally))
        {
            tallies[bucket] = tally = new();
        }

        return tally;
    }

    private static string WaitOf(TimeSpan wait) => wait.TotalDays switch
    {
        < 1 => "00",
        < 2 => "01",
        < 4 => "02-03",
        < 8 => "04-07",
        < 15 => "08-14",
        < 31 => "15-30",
        < 91 => "31-90",
        _ => "91+",
    };

    private static string ArticleOf(SentFact mail, LabelledEvent click) =>
        mail.Articles.FirstOrDefault(article => article.Link == click.Event.Link)?.Slug ?? Tally.None;

    private static IEnumerable<string> ArticlesOf(SentFact mail) => OrNone([.. mail.Articles.Select(article => article.Slug).Distinct(StringComparer.Ordinal)]);

    private static IReadOnlyList<string> OrNone(IReadOnlyList<string> keys) => keys.Count > 0 ? keys : [Tally.None];

    private static bool IsNotAMachine(LabelledEvent happened) => happened.By is Actor.Human or Actor.Unsure;

    private static bool IsAPerson(LabelledEvent happened) => happened.By == Actor.Human;

    private static bool IsMachineOpen(LabelledEvent happened) => happened is { By: Actor.Machine, Event.Kind: MailEventKind.Opened };

    private static DateTimeOffset? First(IEnumerable<LabelledEvent> events) => events.Min(happened => (DateTimeOffset?)happened.Event.At);

    /// <summary>A mail that was sent, and what came of it.</summary>
    private sealed record Mail(SentFact Fact, MailEvidence Evidence);
}
