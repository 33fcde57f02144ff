namespace LeadFunctions.Leads;

/// <summary>
/// Tells people from programs by the evidence of one mail. Pure, and nothing is thrown away: when the rules get better, or evidence comes
/// late, the labels are worked out anew.
/// </summary>
/// <remarks>
/// Mail filters fetch every link of a mail as it arrives, often before the receiving host has said that it took the mail, and call
/// themselves browsers; people need time to read, and follow one link after the other. Loaded images tell less: Apple's Mail Privacy
/// Protection loads all of them whether or not anybody reads (support.apple.com/102602), and image proxies hide who reads.
/// </remarks>
public static class EngagementLabels
{
    /// <summary>Clicks that follow each other within this time are one visit of one visitor, person or program.</summary>
    public static readonly TimeSpan Together = TimeSpan.FromSeconds(10);

    /// <summary>Nobody finds a mail, opens it and follows a link within this time of its arrival.</summary>
    public static readonly TimeSpan AtOnce = TimeSpan.FromSeconds(10);

    /// <summary>For so long after its arrival a mail is looked at by filters.</summary>
    public static readonly TimeSpan OnArrival = TimeSpan.FromSeconds(60);

    /// <summary>Nobody opens two articles within this time.</summary>
    private static readonly TimeSpan InOneBreath = TimeSpan.FromSeconds(2);

    /// <summary>This many links in one visit is a program that goes through the list.</summary>
    private const int LinksOfAScan = 3;

    /// <param name="evidence">Of one mail, in any order.</param>
    /// <returns>The evidence in the order in which it happened, each event once, with its label.</returns>
    public static IReadOnlyList<LabelledEvent> Of(IReadOnlyCollection<MailEvent> evidence)
    {
        var events = Once(evidence);
        var arrival = ArrivalOf(events);
        var scanned = ScannedClicks(events, arrival);
        return [.. events.Select(happened => new LabelledEvent(happened, happened.Kind switch
        {
            MailEventKind.Clicked => ByWhom(happened, scanned.Contains(happened.Key), arrival),
            MailEventKind.Opened => ByWhom(happened, arrival),
            _ => null,
        }))];
    }

    // The provider may tell of one event twice with another content; the earlier word holds.
    private static List<MailEvent> Once(IEnumerable<MailEvent> evidence) =>
    [
        .. evidence
            .OrderBy(happened => happened.At).ThenBy(happened => happened.Key, StringComparer.Ordinal)
            .DistinctBy(happened => happened.Key)
            .DistinctBy(happened => happened.ProviderId ?? happened.Key),
    ];

    private static DateTimeOffset? ArrivalOf(List<MailEvent> events) =>
        First(events, MailEventKind.Delivered) ?? First(events, MailEventKind.Processed) ?? events.Min(happened => happened.MailMadeAt);

    private static DateTimeOffset? First(List<MailEvent> events, MailEventKind kind) =>
        events.Find(happened => happened.Kind == kind)?.At;

    private static Actor ByWhom(MailEvent click, bool isScanned, DateTimeOffset? arrival) => click switch
    {
        _ when isScanned => Actor.Machine,
        { IsCanary: true } or { Agent: AgentClass.Scanner } or { Fetch: LinkFetch.Head or LinkFetch.Prefetch } => Actor.Machine,
        { Agent: AgentClass.Browser } when click.At >= arrival + OnArrival || arrival is null => Actor.Human,
        _ => Actor.Unsure,
    };

    private static Actor ByWhom(MailEvent open, DateTimeOffset? arrival) => open switch
    {
        { IsMachineOpen: true } or { Agent: AgentClass.Scanner or AgentClass.PrivacyProxy } => Actor.Machine,
        { Agent: AgentClass.Browser } when open.At >= arrival + AtOnce || arrival is null => Actor.Human,
        _ => Actor.Unsure,
    };

    private static HashSet<string> ScannedClicks(List<MailEvent> events, DateTimeOffset? arrival)
    {
        var scanned = new HashSet<string>();
        foreach (var visit in Visits(events).Where(visit => IsScan(visit, arrival)))
        {
            scanned.UnionWith(visit.Select(click => click.Key));
        }

        return scanned;
    }

    private static IEnumerable<List<MailEvent>> Visits(List<MailEvent> events)
    {
        var visit = new List<MailEvent>();
        foreach (var click in events.Where(happened => happened.Kind == MailEventKind.Clicked && happened.Fetch is null or LinkFetch.Get))
        {
            if (visit is [.., var last] && click.At - last.At > Together)
            {
                yield return visit;
                visit = [];
            }

            visit.Add(click);
        }

        if (visit.Count > 0)
        {
            yield return visit;
        }
    }

    private static bool IsScan(List<MailEvent> visit, DateTimeOffset? arrival)
    {
        var begun = visit[0].At;
        var links = visit.Select(click => click.Link).Distinct().Count();
        return visit.Exists(click => click.IsCanary)
            || links >= LinksOfAScan
            || begun < arrival + AtOnce
            || (links > 1 && (begun < arrival + OnArrival || visit[^1].At - begun <= InOneBreath));
    }
}
