using System.Globalization;
using Bogus;
using LeadFunctions.Articles;
using LeadFunctions.Clinic;
using LeadFunctions.FollowUp;
using LeadFunctions.Leads;
using Microsoft.Extensions.DependencyInjection;

namespace LeadFunctions.Local.Demo;

/// <summary>What figures know of somebody.</summary>
internal sealed record Life(LeadId Lead, LeadFacts Facts, IReadOnlyList<MailEvent> Evidence);

/// <summary>What becomes of people after they wrote: letters on the days of the sequence, some read, some not; a booking, or none.</summary>
internal sealed class Lives(int seed, IServiceProvider services)
{
    // Somebody should find out that nobody reads it.
    private const string Unread = "functional-medicine-and-mood";

    private const int EagerReaders = 45;

    // And that one way of writing a letter is read more than the other.
    private const string Liked = "b";
    private const int LikedMore = 12;

    private readonly Randomizer random = new(seed);
    private readonly ClinicTime time = services.GetRequiredService<ClinicProfile>().Time;
    private readonly SequenceLibrary sequences = services.GetRequiredService<SequenceLibrary>();
    private readonly ArticleMatcher matcher = services.GetRequiredService<ArticleMatcher>();
    private readonly LeadKeys keys = services.GetRequiredService<LeadKeys>();

    /// <summary>The life of somebody who came.</summary>
    /// <param name="visit">When, and what they sent.</param>
    /// <param name="now">Until then.</param>
    public Life Of(Visit visit, DateTimeOffset now)
    {
        var lead = LeadId.New(new(random.Int(0, Shard.Count - 1)));
        var isReader = random.Percent(EagerReaders);
        var booked = BookedAt(visit, isReader);
        var sent = Letters(visit, booked ?? now, now).ToList();
        return new(
            lead,
            new()
            {
                Captured = Captured(visit),
                Sent = sent,
                Statuses = booked is { } at && at < now ? [new(LeadStatus.Contacted, visit.At.AddHours(random.Double(0.2, 4))), new(LeadStatus.Booked, at)] : [],
                UnsubscribedAt = visit.LeavesAt is { } left && left < now && sent.Exists(mail => mail.Step > 0 && mail.At < left) ? left : null,
            },
            Evidence(lead, sent, now, isReader));
    }

    /// <summary>What came of mails.</summary>
    public IReadOnlyList<MailEvent> Evidence(LeadId lead, IReadOnlyList<SentFact> sent, DateTimeOffset now) => Evidence(lead, sent, now, random.Percent(EagerReaders));

    private List<MailEvent> Evidence(LeadId lead, IReadOnlyList<SentFact> sent, DateTimeOffset now, bool isReader)
    {
        var events = new List<MailEvent>();
        var hasNoMailbox = random.Percent(2);
        var isOnApple = random.Percent(35);
        foreach (var mail in sent.Where(mail => !hasNoMailbox || mail.Step == 0))
        {
            var key = new SendKey(lead, Track.Visitor, mail.Step);
            var arrived = mail.At.AddSeconds(random.Int(2, 20));
            events.Add(Event(key, hasNoMailbox ? MailEventKind.Bounced : MailEventKind.Delivered, arrived));
            if (!hasNoMailbox)
            {
                events.AddRange(Looks(key, mail, arrived, isReader, isOnApple));
            }
        }

        return [.. events.Where(happened => happened.At < now)];
    }

    private IEnumerable<MailEvent> Looks(SendKey key, SentFact mail, DateTimeOffset arrived, bool isReader, bool isOnApple)
    {
        var liked = mail.Variant == Liked ? LikedMore : 0;
        var read = arrived.AddMinutes(random.Double(3, 60 * 20));
        if (isOnApple)
        {
            yield return Event(key, MailEventKind.Opened, arrived.AddSeconds(random.Int(5, 50))) with { Agent = AgentClass.PrivacyProxy };
        }
        else if (random.Percent((isReader ? 80 : 35) + liked))
        {
            yield return Event(key, MailEventKind.Opened, read) with { Agent = random.Percent(60) ? AgentClass.ImageProxy : AgentClass.Browser };
        }

        foreach (var (article, place) in mail.Articles.Select((article, place) => (article, place)))
        {
            if (random.Percent(8))
            {
                yield return Click(key, article, arrived.AddSeconds(1 + place)) with { Agent = AgentClass.Scanner };
            }

            if (article.Slug != Unread && random.Percent((isReader ? 42 : 5) + liked - (place * 12)))
            {
                yield return Click(key, article, read.AddMinutes(1 + (place * 4)));
            }
        }
    }

    private IEnumerable<SentFact> Letters(Visit visit, DateTimeOffset ends, DateTimeOffset now)
    {
        if (visit.Lead.Email is null)
        {
            yield break;
        }

        var sequence = sequences[visit.Lead.Kind];
        var version = string.Create(CultureInfo.InvariantCulture, $"{visit.Lead.Kind}.{sequence.Version}");
        yield return new(0, visit.At.AddSeconds(random.Int(5, 60)), version, []);
        var had = new List<string> { visit.Lead.Source.Article ?? "" };
        var until = new[] { ends, now, visit.LeavesAt ?? now }.Min();
        foreach (var step in visit.Lead.Consent.Articles ? sequence.Steps.Where(step => step.Only.Clicked is null) : [])
        {
            var at = step.PlannedAt(visit.At, time).AddSeconds(random.Int(5, 60));
            if (at > until)
            {
                yield break;
            }

            var chosen = matcher.Match(new(visit.Lead.Concerns, null, had), step.Articles).Select(match => match.Article.Slug).ToList();
            had.AddRange(chosen);
            yield return new(step.Number, at, version, [.. chosen.Select(slug => new LinkedArticle(slug, keys.Article(slug).ToString("x16", CultureInfo.InvariantCulture)))])
            {
                Variant = step.Variants.Count == 0 ? null : step.Variants[random.Int(0, step.Variants.Count - 1)].Id,
            };
        }
    }

    // Who calls is booked more often, and sooner; so is who reads.
    private DateTimeOffset? BookedAt(Visit visit, bool isReader)
    {
        var isCall = visit.Lead.Kind == "call";
        return random.Percent((isCall ? 34 : 24) + (isReader ? 12 : 0))
            ? visit.At.AddHours(1 - (Math.Log(1 - random.Double()) * 24 * (isCall ? 4 : 9)))
            : null;
    }

    private static CapturedFact Captured(Visit visit)
    {
        var (lead, source) = (visit.Lead, visit.Lead.Source);
        return new()
        {
            At = visit.At,
            Kind = lead.Kind == "call" ? LeadKind.Call : LeadKind.Appointment,
            Concerns = lead.Concerns,
            Language = "en",
            Article = SourceLabels.Label(source.Article),
            Page = SourceLabels.Page(source.Page),
            Campaign = SourceLabels.Label(source.Campaign),
            Medium = SourceLabels.Label(source.Medium),
            Content = SourceLabels.Label(source.Content),
            FirstPage = SourceLabels.Page((visit.First ?? source).Page),
            FirstCampaign = SourceLabels.Label((visit.First ?? source).Campaign),
        };
    }

    private MailEvent Click(SendKey key, LinkedArticle article, DateTimeOffset at) =>
        Event(key, MailEventKind.Clicked, at) with { Agent = AgentClass.Browser, Fetch = LinkFetch.Get, Link = article.Link };

    private MailEvent Event(SendKey key, MailEventKind kind, DateTimeOffset at) => new()
    {
        Mail = key,
        Kind = kind,
        Name = kind.ToString(),
        At = at,
        Key = Convert.ToHexStringLower(random.Bytes(16)),
    };
}
