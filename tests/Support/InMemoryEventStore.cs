using System.Globalization;
using System.Runtime.CompilerServices;
using LeadFunctions.Leads;

namespace LeadFunctions.Tests.Support;

/// <summary>Keeps the promises of <see cref="IEventStore"/> in memory.</summary>
internal sealed class InMemoryEventStore : IEventStore, IErasedLeads
{
    private readonly Lock gate = new();
    private readonly SortedDictionary<string, MailEvent> events = new(StringComparer.Ordinal);
    private readonly Dictionary<string, OtherMailEvent> others = [];
    private readonly SortedDictionary<DateTimeOffset, int> hours = [];
    private readonly SortedDictionary<DateTimeOffset, int> newEvidence = [];
    private readonly Dictionary<LeadId, DateTimeOffset> erased = [];
    private DateTimeOffset? reportedUntil;

    /// <summary>Set to make every call fail as if storage were away.</summary>
    public bool IsAway { get; set; }

    /// <summary>Set to hold every call that keeps something, whoever loses patience meanwhile.</summary>
    public Task Hold { get; set; } = Task.CompletedTask;

    /// <summary>Which leads are there.</summary>
    public EveryLead Stored { get; set; } = new();

    /// <summary>What figures are made of, beside the evidence.</summary>
    public InMemoryStatistics Statistics => field ??= new(this);

    /// <summary>Everything that is kept of our mails, mail by mail.</summary>
    public IReadOnlyList<MailEvent> All
    {
        get
        {
            lock (gate)
            {
                return [.. events.Values];
            }
        }
    }

    public async Task KeepAsync(IReadOnlyCollection<MailEvent> events, CancellationToken cancellationToken)
    {
        await Hold;
        await Locked(() =>
        {
            foreach (var happened in events)
            {
                if (!erased.ContainsKey(happened.Mail.Lead) && !(happened.IsLate && Stored.Gone.Contains(happened.Mail.Lead)))
                {
                    this.events[Place(happened)] = happened;
                }

                hours[EventHour.Of(happened.At)] = hours.GetValueOrDefault(EventHour.Of(happened.At)) + 1;
                newEvidence[EventHour.Of(happened.At)] = hours[EventHour.Of(happened.At)];
            }

            var until = events.Where(happened => happened is { Kind: MailEventKind.Processed, Fetch: null }).Max(happened => (DateTimeOffset?)happened.At);
            reportedUntil = until > reportedUntil || reportedUntil is null ? until ?? reportedUntil : reportedUntil;
            return true;
        });
    }

    public Task KeepOthersAsync(IReadOnlyCollection<OtherMailEvent> events, CancellationToken cancellationToken) => Locked(() =>
    {
        foreach (var happened in events)
        {
            others[happened.Key] = happened;
        }

        return true;
    });

    public IAsyncEnumerable<MailEvent> OfMailAsync(SendKey mail, CancellationToken cancellationToken) => WhereAsync(happened => happened.Mail == mail);

    public IAsyncEnumerable<MailEvent> OfLeadAsync(LeadId lead, CancellationToken cancellationToken) => WhereAsync(happened => happened.Mail.Lead == lead);

    public IAsyncEnumerable<MailEvent> OfHourAsync(DateTimeOffset hour, CancellationToken cancellationToken) =>
        WhereAsync(happened => EventHour.Of(happened.At) == EventHour.Of(hour));

    public async IAsyncEnumerable<EventHour> HoursAsync(DateTimeOffset from, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var (start, version) in await Locked(() => hours.Where(hour => hour.Key >= EventHour.Of(from)).ToList()))
        {
            yield return new(start, version.ToString(CultureInfo.InvariantCulture));
        }
    }

    public Task<int> CountOthersAsync(DateTimeOffset hour, CancellationToken cancellationToken) =>
        Locked(() => others.Values.Count(happened => EventHour.Of(happened.At) == EventHour.Of(hour)));

    public Task<DateTimeOffset?> ReportedUntilAsync(CancellationToken cancellationToken) => Locked(() => reportedUntil);

    public Task<int> ForgetErasedBeforeAsync(DateTimeOffset time, CancellationToken cancellationToken) => Locked(() =>
        erased.Where(lead => lead.Value < time).ToList().Count(lead => erased.Remove(lead.Key)));

    public Task ForgetAsync(LeadId lead, DateTimeOffset now, CancellationToken cancellationToken)
    {
        Statistics.Forget(lead);
        return Locked(() =>
        {
            erased[lead] = now;
            foreach (var place in events.Where(kept => kept.Value.Mail.Lead == lead).Select(kept => kept.Key).ToList())
            {
                events.Remove(place);
            }

            return true;
        });
    }

    /// <summary>The hours in which evidence was kept since they were last settled.</summary>
    public Task<List<HourMark>> NewEvidenceAsync() => Locked(() =>
        newEvidence.Select(hour => new HourMark(hour.Key, hour.Value.ToString(CultureInfo.InvariantCulture))).ToList());

    /// <summary>Unless evidence was kept in it since.</summary>
    public Task SettleAsync(HourMark hour) => Locked(() =>
        newEvidence.GetValueOrDefault(hour.Start).ToString(CultureInfo.InvariantCulture) == hour.Version && newEvidence.Remove(hour.Start));

    private static string Place(MailEvent happened) => string.Create(
        CultureInfo.InvariantCulture,
        $"{happened.Mail.Lead}{(int)happened.Mail.Track}{happened.Mail.Step:D4}{happened.At.UtcTicks:D19}{happened.Key}");

    private async IAsyncEnumerable<MailEvent> WhereAsync(Func<MailEvent, bool> isWanted)
    {
        foreach (var happened in await Locked(() => events.Values.Where(isWanted).ToList()))
        {
            yield return happened;
        }
    }

    private Task<T> Locked<T>(Func<T> action)
    {
        if (IsAway)
        {
            return Task.FromException<T>(new LeadStoreUnavailableException());
        }

        lock (gate)
        {
            return Task.FromResult(action());
        }
    }
}
