using LeadFunctions.Languages;
using LeadFunctions.Leads;

namespace LeadFunctions.Marketing;

/// <summary>How soon staff answered, by the week in which people wrote.</summary>
internal static class AnswerTable
{
    private static readonly LeadKind[] Kinds = [LeadKind.Call, LeadKind.Appointment];

    public static FigureTable Of(MarketingFigures figures) => new(
        "answers",
        MarketingText.AnswersTitle,
        [
            Said.Column("Answered"),
            Said.Column("CallMedian", "AnswerTime"), Said.Column("CallNinetieth", "AnswerTime"),
            Said.Column("AppointmentMedian", "AnswerTime"), Said.Column("AppointmentNinetieth", "AnswerTime"),
        ],
        [.. figures.Answers.Select(week => new FigureRow(
            DateRange.Text(week.Monday),
            DateRange.Text(week.Monday),
            [new FigureValue.Count(week.ByKind.Sum(times => times.Answered)), .. Kinds.SelectMany(kind => Times(week.ByKind.FirstOrDefault(times => times.Kind == kind)))]))])
    {
        Key = Said.Column("Week", "Range"),
        Note = MarketingText.AnswersNote.With(FigureValue.Enough),
        Chart = new(FigureChartKind.Line, 1, 3),
    };

    private static IEnumerable<FigureValue> Times(AnswerTimes? times) =>
        [new FigureValue.Length(times?.Median, times?.Answered ?? 0), new FigureValue.Length(times?.NinetiethPercentile, times?.Answered ?? 0)];
}
