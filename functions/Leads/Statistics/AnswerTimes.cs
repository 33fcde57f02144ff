namespace LeadFunctions.Leads;

/// <summary>How soon staff answered, in opening hours, those who asked for one thing.</summary>
/// <param name="Kind">What was asked for.</param>
/// <param name="Captured">How many came.</param>
/// <param name="Answered">How many of them were answered.</param>
/// <param name="Median">Half of these waited no longer; null while nobody was answered.</param>
/// <param name="NinetiethPercentile">Nine of ten of these waited no longer; null while nobody was answered.</param>
public sealed record AnswerTimes(LeadKind Kind, int Captured, int Answered, TimeSpan? Median, TimeSpan? NinetiethPercentile)
{
    /// <summary>Whether they are enough to be told: of a few, each could be found.</summary>
    public bool IsTold => Answered >= Counts.Enough;
}

/// <summary>Those who came in one week of the clinic's calendar.</summary>
/// <param name="Monday">The first date of the week.</param>
/// <param name="ByKind">Each kind of which anybody came, calls first.</param>
public sealed record AnswerWeek(DateOnly Monday, IReadOnlyList<AnswerTimes> ByKind);

/// <summary>Those who came lately.</summary>
/// <param name="From">The first date.</param>
/// <param name="At">When it was worked out (UTC).</param>
/// <param name="YearAt">When the weeks of a year were worked out last (UTC).</param>
/// <param name="ByKind">Calls first.</param>
public sealed record RecentAnswers(DateOnly From, DateTimeOffset At, DateTimeOffset YearAt, IReadOnlyList<AnswerTimes> ByKind);
