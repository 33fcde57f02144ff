using LeadFunctions.Clinic;
using LeadFunctions.Desk;
using LeadFunctions.Languages;
using LeadFunctions.Leads;

namespace LeadFunctions.Digest;

/// <summary>A week in a few lines.</summary>
internal sealed class WeekWords(DigestWeek week)
{
    public IEnumerable<DigestRemark> Remarks =>
    [
        new(DigestText.Week.With(
            SpokenTime.Date(week.From),
            SpokenTime.Date(week.To),
            week.Counts[Metric.Captured],
            week.Counts[Metric.Sent],
            week.Counts[Metric.Clicked],
            week.Counts[Metric.Booked],
            week.Counts[Metric.Unsubscribed])),
        .. week.Responses.Where(response => response.Captured > 0).Select(response => new DigestRemark(Of(response))),
    ];

    private static string Of(FirstResponse response)
    {
        var kind = response.Kind == LeadKind.Call ? DigestText.GroupCalls : DigestText.GroupAppointments;
        return response.Open is { } open
            ? DigestText.Answered.With(kind, response.Answered, response.Captured, SpokenTime.Length(open.Median), SpokenTime.Length(open.NinetiethPercentile))
            : DigestText.NotAnswered.With(kind, response.Captured);
    }
}
