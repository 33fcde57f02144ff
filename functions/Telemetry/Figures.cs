using System.Diagnostics.Metrics;

namespace LeadFunctions.Telemetry;

/// <summary>
/// The one meter: what is counted and measured of the app as it runs, by kinds and outcomes and never by person. Units are UCUM's, as
/// OpenTelemetry asks (opentelemetry.io/docs/specs/semconv/general/metrics).
/// </summary>
public static class Figures
{
    private static readonly Meter Meter = new(Spans.Name);

    private static readonly Counter<long> LeadsCaptured =
        Meter.CreateCounter<long>("leads.captured", "{lead}", "Leads that were stored, by kind and by whether they are held for spam.");

    private static readonly Histogram<double> DueAges =
        Meter.CreateHistogram<double>("due.age", "s", "How long due work had been due when it was taken up, by track.");

    private static readonly Counter<long> MailsClaimed =
        Meter.CreateCounter<long>("mails.claimed", "{mail}", "Mails whose work was claimed to be posted, by track.");

    private static readonly Counter<long> MailsSent =
        Meter.CreateCounter<long>("mails.sent", "{mail}", "Posts to the mail provider, by track and outcome; unknown is a post whose answer was lost.");

    private static readonly Counter<long> MailsUncertain =
        Meter.CreateCounter<long>("mails.uncertain", "{mail}", "Mails whose answer was lost, each time they were judged, by what was found.");

    private static readonly Histogram<double> WebhookLags =
        Meter.CreateHistogram<double>("webhook.lag", "s", "How long ago things had happened to our mails when the provider told of them, by kind.");

    private static readonly Histogram<double> RunTimes =
        Meter.CreateHistogram<double>("function.duration", "s", "How long runs of functions took, by name; the digest's is StaffDigest.");

    private static readonly Histogram<double> FirstResponses =
        Meter.CreateHistogram<double>("first.response", "s", "From capture to the first answer of staff, by kind, on the wall clock.");

    private static readonly Counter<int> LostClicks = Meter.CreateCounter<int>("clicks.lost", "{click}", "Clicks that could not be kept.");

    private static readonly Counter<long> ScrubFindings =
        Meter.CreateCounter<long>("scrub.findings", "{finding}", "What was wrong with rows of leads, by problem and by whether it was mended, dropped or left.");

    public static void Captured<T>(T kind, bool isHeld)
        where T : struct, Enum => LeadsCaptured.Add(1, Tag("kind", kind), new("held", isHeld));

    public static void TakenUp<T>(T track, TimeSpan late)
        where T : struct, Enum => DueAges.Record(Math.Max(0, late.TotalSeconds), Tag("track", track));

    public static void Claimed<T>(T track)
        where T : struct, Enum => MailsClaimed.Add(1, Tag("track", track));

    /// <param name="track">Which sequence.</param>
    /// <param name="outcome">A fixed word.</param>
    public static void Sent<T>(T track, string outcome)
        where T : struct, Enum => MailsSent.Add(1, Tag("track", track), new("outcome", outcome));

    /// <param name="found">A fixed word.</param>
    public static void Judged(string found) => MailsUncertain.Add(1, new KeyValuePair<string, object?>("found", found));

    public static void Told<T>(T kind, TimeSpan lag)
        where T : struct, Enum => WebhookLags.Record(Math.Max(0, lag.TotalSeconds), Tag("kind", kind));

    public static void Ran(string function, TimeSpan time) => RunTimes.Record(time.TotalSeconds, new KeyValuePair<string, object?>("function", function));

    public static void Answered<T>(T kind, TimeSpan time)
        where T : struct, Enum => FirstResponses.Record(Math.Max(0, time.TotalSeconds), Tag("kind", kind));

    /// <param name="problem">What was wrong.</param>
    /// <param name="outcome">A fixed word.</param>
    public static void Scrubbed<T>(T problem, string outcome)
        where T : struct, Enum => ScrubFindings.Add(1, Tag("problem", problem), new("outcome", outcome));

    public static void ClicksLost(int count) => LostClicks.Add(count);

    private static KeyValuePair<string, object?> Tag<T>(string name, T value)
        where T : struct, Enum => new(name, value.ToString());
}
