using System.Globalization;
using System.Text;
using LeadFunctions.Clinic;
using LeadFunctions.FollowUp;
using LeadFunctions.Leads;

namespace LeadFunctions.Local.Commands;

/// <summary>A calendar as text: a line for each step, below it its articles and why they were chosen. Times are the clinic's, with their offset.</summary>
internal static class CalendarText
{
    public static string Of(Lead lead, Sequence sequence, IReadOnlyList<CalendarEntry> entries, ClinicTime time, bool clicked)
    {
        var concerns = lead.Concerns.Count == 0 ? "none named" : string.Join(", ", lead.Concerns);
        var text = new StringBuilder()
            .AppendLine(CultureInfo.InvariantCulture, $"{sequence.Name}, version {sequence.Version}, on the clock of {time.Zone.Id}")
            .AppendLine(CultureInfo.InvariantCulture, $"concerns: {concerns} · language: {lead.Language} · follows links: {(clicked ? "yes" : "no")}")
            .AppendLine()
            .AppendLine(CultureInfo.InvariantCulture, $"{When(lead.CapturedAt, time)}  the request");
        var before = lead.CapturedAt;
        foreach (var entry in entries)
        {
            AppendChanges(text, before, entry.At, time);
            Append(text, entry, time, sequence);
            before = entry.At;
        }

        return text.ToString();
    }

    // The days between two steps whose beginning and end have different offsets.
    private static void AppendChanges(StringBuilder text, DateTimeOffset from, DateTimeOffset to, ClinicTime time)
    {
        for (var date = time.DateAt(from); date <= time.DateAt(to); date = date.AddDays(1))
        {
            var (begins, ends) = (time.FirstInstant(date, TimeOnly.MinValue), time.FirstInstant(date.AddDays(1), TimeOnly.MinValue));
            var (before, after) = (time.LocalAt(begins).Offset, time.LocalAt(ends).Offset);
            if (before != after && begins > from)
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"{date:yyyy-MM-dd ddd}                the clocks are changed: {Offset(before)} becomes {Offset(after)}");
            }
        }
    }

    private static void Append(StringBuilder text, CalendarEntry entry, ClinicTime time, Sequence sequence)
    {
        text.AppendLine(CultureInfo.InvariantCulture, $"{When(entry.At, time)}  {What(entry, sequence.Step(entry.Step))}");
        if (entry.Variant is { } variant)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"    variant {variant.Id} of {All(sequence, entry)}, drawn by chance for each person: {variant.Subject?.ToString() ?? "the usual subject"}");
        }

        foreach (var match in entry.Articles)
        {
            text
                .AppendLine(CultureInfo.InvariantCulture, $"    {match.Article.Slug}")
                .AppendLine(CultureInfo.InvariantCulture, $"        {match.Article.Headline}: {match.Why}");
        }
    }

    private static string All(Sequence sequence, CalendarEntry entry) => string.Join(", ", sequence.Step(entry.Step)?.Variants.Select(variant => variant.Id) ?? []);

    private static string What(CalendarEntry entry, SequenceStep? step) => entry switch
    {
        { Result: SendResult.Accepted, Step: 0 } => "the confirmation",
        { Result: SendResult.Accepted } => Numbered(entry, entry.Articles.Count == 1 ? "1 article" : $"{entry.Articles.Count} articles"),
        { Result: SendResult.Skipped, Reason: "click" } => Numbered(entry, step?.Only.Clicked == true ? "skipped: only for people who have followed a link" : "skipped: only for people who have followed no link"),
        { Result: SendResult.Skipped } => Numbered(entry, $"skipped: its condition on {entry.Reason} does not hold"),
        { Result: SendResult.Capped } => Numbered(entry, "skipped: the person would get too many"),
        { Result: SendResult.Late } => Numbered(entry, "skipped: too late"),
        { Result: SendResult.NothingLeft } => Numbered(entry, "the end: no article is left"),
        _ => Numbered(entry, $"the end: {entry.Result}"),
    };

    private static string Numbered(CalendarEntry entry, string what) => string.Create(CultureInfo.InvariantCulture, $"step {entry.Step}: {what}");

    private static string When(DateTimeOffset instant, ClinicTime time)
    {
        var local = time.LocalAt(instant);
        return string.Create(CultureInfo.InvariantCulture, $"{local:yyyy-MM-dd ddd HH:mm} {Offset(local.Offset)}");
    }

    private static string Offset(TimeSpan offset) => string.Create(CultureInfo.InvariantCulture, $"{(offset < TimeSpan.Zero ? '-' : '+')}{offset:hh\\:mm}");
}
