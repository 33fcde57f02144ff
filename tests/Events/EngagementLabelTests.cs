using LeadFunctions.Leads;
using LeadFunctions.Tests.Support;

namespace LeadFunctions.Tests.Events;

/// <summary>People and programs, told apart by the evidence of one mail.</summary>
public sealed class EngagementLabelTests
{
    private static readonly DateTimeOffset Delivery = ALead.Noon;
    private static readonly SendKey Mail = AnEvent.Mail();

    /// <summary>
    /// Each row is what happened to one mail, in seconds after its delivery, and who is taken to be behind it. A word is what happened
    /// and, after a slash, by whom: <c>click</c> with the link's name, <c>head</c>, <c>ahead</c>, <c>canary</c>, <c>told</c> (a click
    /// that the provider tells of), <c>open</c>, <c>mopen</c> (the provider says: by a machine).
    /// </summary>
    public static TheoryData<string, string> Mails => new()
    {
        { "a person who clicks five minutes later", "300 clickA/browser human" },
        { "a person who reads on and clicks once more", "300 clickA/browser human; 420 clickB/browser human" },
        { "a person who opens two articles one after the other", "300 clickA/browser human; 306 clickB/browser human" },
        { "a scanner that goes through every link on arrival", "2 clickA/browser machine; 2 clickB/browser machine; 3 clickC/browser machine" },
        { "a scanner before the host says that it took the mail", "-4 clickA/browser machine" },
        { "a scanner of a mail with one link", "3 clickA/browser machine" },
        { "a scanner that takes its time", "31 clickA/browser machine; 38 clickB/browser machine" },
        { "a scanner hours later, when the mail is looked at again", "7200 clickA/browser machine; 7201 clickB/browser machine" },
        { "a program that goes through a list", "7200 clickA/browser machine; 7205 clickB/browser machine; 7211 clickC/browser machine" },
        { "who sees what nobody can see", "7200 clickA/browser machine; 7203 canary/browser machine" },
        { "the link that nobody can see, alone", "7200 canary/browser machine" },
        { "a scanner that names itself", "300 clickA/scanner machine" },
        { "a person after a scanner, on the same mail", "1 clickA/browser machine; 2 clickB/browser machine; 2 canary/browser machine; 300 clickA/browser human" },
        { "a person and a scanner that looks again later", "300 clickA/browser human; 7200 clickA/scanner machine" },
        { "a look without a visit", "300 head/browser machine" },
        { "a mail program that fetches ahead, and then the person", "300 ahead/browser machine; 303 clickA/browser human" },
        { "a look at every link, and the person in the middle of it", "300 head/browser machine; 301 ahead/browser machine; 302 clickA/browser human" },
        { "a program without a name", "300 clickA/unknown unsure" },
        { "a quick reader, or a slow scanner", "30 clickA/browser unsure" },
        { "a click of which the provider tells too", "300 toldA/browser human; 300 clickA/browser human" },
        { "an open by Apple's privacy proxy", "5 open/privacy machine; 9000 open/privacy machine" },
        { "an open that the provider calls a machine's", "9000 mopen/browser machine" },
        { "an open by an image proxy", "9000 open/proxy unsure" },
        { "an open in a mail program", "9000 open/browser human" },
        { "an open in the instant of arrival", "1 open/browser unsure" },
        { "an open by nobody knows what", "9000 open/unknown unsure" },
    };

    [Theory]
    [MemberData(nameof(Mails))]
    public void It_is_told_who_was_behind_it(string mail, string happened)
    {
        var told = happened.Split("; ").Select(word => word.Split(' ')).Select(words => (Event: Read(words[0], words[1]), By: words[2])).ToList();
        var evidence = told.Select(row => row.Event).Append(AnEvent.Of(MailEventKind.Delivered, Mail, Delivery)).ToList();

        var labelled = EngagementLabels.Of([.. evidence.OrderBy(_ => _.Key[^2..]).ThenByDescending(_ => _.At)]);

        Assert.NotEmpty(mail);
        Assert.Equal(
            told.Select(row => (row.Event.Key, row.By)).Order(),
            labelled.Where(row => row.By is not null).Select(row => (row.Event.Key, row.By.ToString()!.ToLowerInvariant())).Order());
    }

    [Fact]
    public void Without_a_word_of_the_provider_a_mail_arrives_when_it_is_made()
    {
        var scanned = Click("A", 2) with { MailMadeAt = Delivery };
        var read = Click("A", 300) with { MailMadeAt = Delivery };

        Assert.Equal([Actor.Machine, Actor.Human], EngagementLabels.Of([read, scanned]).Select(row => row.By!.Value));
    }

    [Fact]
    public void A_mail_that_was_held_back_arrives_when_it_is_delivered()
    {
        var processed = AnEvent.Of(MailEventKind.Processed, Mail, Delivery.AddHours(-3));
        var delivered = AnEvent.Of(MailEventKind.Delivered, Mail, Delivery);
        var scanned = Click("A", 1) with { MailMadeAt = Delivery.AddHours(-3) };

        Assert.Equal(Actor.Machine, EngagementLabels.Of([processed, delivered, scanned]).Single(row => row.By is not null).By);
    }

    [Fact]
    public void An_event_that_the_provider_tells_twice_with_another_content_is_one()
    {
        var first = AnEvent.Of(MailEventKind.Opened, Mail, Delivery.AddHours(1)) with { ProviderId = "id", Agent = AgentClass.Browser };
        var again = first with { Key = AnEvent.Key(), At = first.At.AddSeconds(1) };

        Assert.Equal(first, Assert.Single(EngagementLabels.Of([again, first])).Event);
    }

    [Fact]
    public void Labels_are_the_same_in_whatever_order_the_evidence_came()
    {
        var evidence = Enumerable.Range(0, 40).Select(number => Click($"{(char)('A' + (number % 5))}", number * 37 % 400)).ToList();
        var expected = EngagementLabels.Of(evidence);

        var random = new Random(4);
        for (var times = 0; times < 50; times++)
        {
            Assert.Equal(expected, EngagementLabels.Of([.. evidence.OrderBy(_ => random.Next())]));
        }
    }

    [Fact]
    public void A_mail_that_was_delivered_stays_delivered_whatever_comes_later_or_again()
    {
        MailEvent[] evidence =
        [
            AnEvent.Of(MailEventKind.Delivered, Mail, Delivery),
            AnEvent.Of(MailEventKind.Processed, Mail, Delivery.AddSeconds(-2)),
            AnEvent.Of(MailEventKind.Deferred, Mail, Delivery.AddSeconds(-1)),
            AnEvent.Of(MailEventKind.Bounced, Mail, Delivery.AddHours(1)),
        ];

        var forth = Delivered(evidence);
        Assert.Equal(forth, Delivered([.. evidence.AsEnumerable().Reverse(), .. evidence.Skip(1)]));
        Assert.Equal((Delivery, Delivery.AddHours(1), false), (forth.DeliveredAt, forth.BouncedAt, forth.HasFailed));
        Assert.True(Delivered([evidence[3]]).HasFailed);
        Assert.False(Delivered([evidence[2]]).HasFailed);
    }

    private static Delivery Delivered(IReadOnlyCollection<MailEvent> evidence) => Assert.Single(MailEvidence.ByMail(evidence)).Delivery;

    private static MailEvent Click(string link, double after) => AnEvent.Of(MailEventKind.Clicked, Mail, Delivery.AddSeconds(after)) with
    {
        Agent = AgentClass.Browser,
        Fetch = LinkFetch.Get,
        Link = link,
    };

    private static MailEvent Read(string seconds, string word)
    {
        var (what, agent) = word.Split('/') is [var first, var second] ? (first, second) : throw new ArgumentException(word);
        var click = Click(what[^1..], double.Parse(seconds, System.Globalization.CultureInfo.InvariantCulture));
        var happened = what switch
        {
            "open" => click with { Kind = MailEventKind.Opened, Fetch = null, Link = null },
            "mopen" => click with { Kind = MailEventKind.Opened, Fetch = null, Link = null, IsMachineOpen = true },
            "head" => click with { Fetch = LinkFetch.Head },
            "ahead" => click with { Fetch = LinkFetch.Prefetch },
            "canary" => click with { IsCanary = true },
            _ when what.StartsWith("told", StringComparison.Ordinal) => click with { Fetch = null },
            _ => click,
        };
        return happened with
        {
            Agent = agent switch
            {
                "browser" => AgentClass.Browser,
                "scanner" => AgentClass.Scanner,
                "privacy" => AgentClass.PrivacyProxy,
                "proxy" => AgentClass.ImageProxy,
                _ => AgentClass.Unknown,
            },
        };
    }
}
