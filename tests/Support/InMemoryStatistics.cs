using System.Globalization;
using System.Runtime.CompilerServices;
using LeadFunctions.Leads;
using LeadFunctions.Storage;

namespace LeadFunctions.Tests.Support;

/// <summary>Keeps the promises of <see cref="ILeadCounts"/>, <see cref="IDayCounts"/>, <see cref="IReportMarks"/> and <see cref="IAnswerTimes"/> in memory, beside the evidence.</summary>
internal sealed class InMemoryStatistics(InMemoryEventStore events) : ILeadCounts, IDayCounts, IReportMarks, IAnswerTimes
{
    private readonly Lock gate = new();
    private readonly SortedDictionary<uint, LeadFacts> facts = [];
    private readonly Dictionary<LeadId, IReadOnlyDictionary<Bucket, Tally>> added = [];
    private readonly SortedDictionary<Bucket, Tally> forgotten = [];
    private readonly SortedDictionary<DateTimeOffset, int> changed = [];
    private readonly SortedDictionary<DateOnly, Tally> days = [];
    private readonly Dictionary<ReportMark, (DateTimeOffset Until, bool IsSent)> reports = [];
    private readonly SortedDictionary<DateOnly, AnswerWeek> answers = [];
    private RecentAnswers? recentAnswers;
    private DateTimeOffset? countedUntil;
    private int version;

    public Task KeepAsync(LeadId lead, LeadFacts facts, CancellationToken cancellationToken) => Locked(() =>
    {
        var known = this.facts.GetValueOrDefault(lead.Value) ?? new();
        this.facts[lead.Value] = new()
        {
            Captured = known.Captured ?? facts.Captured,
            Sent = [.. known.Sent.Concat(facts.Sent).DistinctBy(mail => mail.Step).OrderBy(mail => mail.Step)],
            Statuses = [.. facts.Statuses.Concat(known.Statuses).DistinctBy(status => status.At).OrderBy(status => status.At)],
            UnsubscribedAt = facts.UnsubscribedAt ?? known.UnsubscribedAt,
        };
        return true;
    });

    public Task WithdrawUnsubscribeAsync(LeadId lead, CancellationToken cancellationToken) => Locked(() =>
    {
        if (facts.TryGetValue(lead.Value, out var known))
        {
            facts[lead.Value] = known with { UnsubscribedAt = null };
        }

        return true;
    });

    public Task<LeadFacts> FactsAsync(LeadId lead, CancellationToken cancellationToken) => Locked(() => facts.GetValueOrDefault(lead.Value) ?? new());

    public Task<bool> CountAsync(LeadId lead, CancellationToken cancellationToken) => Locked(() => Count(lead));

    public Task<bool> RecountAsync(LeadId lead, CancellationToken cancellationToken) => CountAsync(lead, cancellationToken);

    public async IAsyncEnumerable<LeadId> LeadsAsync(Shard shard, LeadId? after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var lead in await Locked(() => facts.Keys.Select(value => new LeadId(value)).Where(lead => lead.Shard == shard && (after is null || lead.Value > after.Value.Value)).ToList()))
        {
            yield return lead;
        }
    }

    public async IAsyncEnumerable<HourMark> HoursWithNewEvidenceAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var hour in await events.NewEvidenceAsync())
        {
            yield return hour;
        }
    }

    public Task CountedAsync(HourMark hour, CancellationToken cancellationToken) => events.SettleAsync(hour);

    public async IAsyncEnumerable<HourMark> ChangedHoursAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var hour in await Locked(() => changed.Select(hour => new HourMark(hour.Key, hour.Value.ToString(CultureInfo.InvariantCulture))).ToList()))
        {
            yield return hour;
        }
    }

    public Task SummedAsync(HourMark hour, CancellationToken cancellationToken) => Locked(() =>
        changed.GetValueOrDefault(hour.Start).ToString(CultureInfo.InvariantCulture) == hour.Version && changed.Remove(hour.Start));

    public Task<bool> SumAsync(LocalDay day, CancellationToken cancellationToken) => Locked(() =>
    {
        var sum = new Tally();
        foreach (var (bucket, tally) in added.Values.SelectMany(buckets => buckets).Concat(forgotten))
        {
            if (day.Hours.TryGetValue(bucket, out var hour))
            {
                sum.AddAt(hour, tally);
            }
        }

        var before = days.GetValueOrDefault(day.Date);
        days[day.Date] = sum.Bounded();
        return TallyColumns.Mark(before ?? new()) != TallyColumns.Mark(days[day.Date]);
    });

    public async IAsyncEnumerable<DayTally> DaysAsync(
        DateOnly from, DateOnly to, IReadOnlyCollection<Dimension> dimensions, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var (date, tally) in await Locked(() => days.Where(day => day.Key >= from && day.Key <= to).ToList()))
        {
            var wanted = new Tally();
            foreach (var dimension in dimensions)
            {
                foreach (var (key, counts) in tally.By(dimension))
                {
                    wanted.Add(dimension, key, counts);
                }
            }

            yield return new(date, wanted);
        }
    }

    public async Task TellAsync(DateOnly from, DateOnly to, IReadOnlyCollection<Dimension> dimensions, ICountsReceiver receiver, CancellationToken cancellationToken)
    {
        await foreach (var (date, tally) in DaysAsync(from, to, dimensions, cancellationToken))
        {
            foreach (var dimension in tally.Dimensions)
            {
                foreach (var (key, counts) in tally.By(dimension))
                {
                    receiver.Take(date, dimension, key, [.. counts.Numbers]);
                }
            }
        }
    }

    public Task<DateTimeOffset?> CountedUntilAsync(CancellationToken cancellationToken) => Locked(() => countedUntil);

    public Task SetCountedUntilAsync(DateTimeOffset until, CancellationToken cancellationToken) => Locked(() => countedUntil = until);

    public Task<bool> TryClaimAsync(ReportMark report, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken) => Locked(() =>
    {
        if (reports.TryGetValue(report, out var known) && (known.IsSent || now < known.Until))
        {
            return false;
        }

        reports[report] = (until, IsSent: false);
        return true;
    });

    public Task FinishAsync(ReportMark report, CancellationToken cancellationToken) => Locked(() => reports[report] = (default, IsSent: true));

    /// <summary>Part of forgetting the evidence of a lead.</summary>
    public void Forget(LeadId lead)
    {
        lock (gate)
        {
            Count(lead);
            foreach (var (bucket, tally) in added.GetValueOrDefault(lead) ?? new Dictionary<Bucket, Tally>())
            {
                forgotten.TryAdd(bucket, new());
                forgotten[bucket].Add(tally);
            }

            added.Remove(lead);
            facts.Remove(lead.Value);
        }
    }

    private bool Count(LeadId lead)
    {
        var before = added.GetValueOrDefault(lead) ?? new Dictionary<Bucket, Tally>();
        var after = LeadFold.Of(facts.GetValueOrDefault(lead.Value) ?? new(), events.All.Where(happened => happened.Mail.Lead == lead));
        var different = before.Keys.Union(after.Keys)
            .Where(bucket => TallyColumns.Mark(before.GetValueOrDefault(bucket) ?? new()) != TallyColumns.Mark(after.GetValueOrDefault(bucket) ?? new()))
            .ToList();
        added[lead] = after;
        foreach (var bucket in different)
        {
            changed[bucket.Hour] = ++version;
        }

        return different.Count > 0;
    }

    public Task<IReadOnlyList<AnswerWeek>> WeeksAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken) =>
        Locked<IReadOnlyList<AnswerWeek>>(() => [.. answers.Values.Where(week => week.Monday >= from && week.Monday <= to)]);

    public Task<RecentAnswers?> RecentAsync(CancellationToken cancellationToken) => Locked(() => recentAnswers);

    public Task KeepAsync(IReadOnlyList<AnswerWeek> weeks, RecentAnswers recent, CancellationToken cancellationToken) => Locked(() =>
    {
        foreach (var week in weeks)
        {
            answers[week.Monday] = week;
        }

        return recentAnswers = recent;
    });

    private Task<T> Locked<T>(Func<T> action)
    {
        if (events.IsAway)
        {
            return Task.FromException<T>(new LeadStoreUnavailableException());
        }

        lock (gate)
        {
            return Task.FromResult(action());
        }
    }
}
