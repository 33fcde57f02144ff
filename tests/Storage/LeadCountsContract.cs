using LeadFunctions.Leads;
using LeadFunctions.Tests.Support;

namespace LeadFunctions.Tests.Storage;

/// <summary>What <see cref="ILeadCounts"/> and <see cref="IDayCounts"/> promise, with the evidence that they count; each keeper of the promise runs all of it.</summary>
public abstract class LeadCountsContract
{
    private static int made;

    // A day of its own for each test: keepers may share their tables.
    protected DateTimeOffset NoonOfToday { get; } = ALead.Noon.AddHours(-4).AddDays(3 * Interlocked.Increment(ref made));

    protected abstract IEventStore Events { get; }

    protected abstract ILeadCounts Counts { get; }

    protected abstract IDayCounts Days { get; }

    protected abstract IAnswerTimes Answers { get; }

    [Fact]
    public async Task How_soon_staff_answered_is_kept_by_week_and_the_last_word_holds()
    {
        var monday = DateOnly.FromDateTime(NoonOfToday.Date);
        AnswerTimes call = new(LeadKind.Call, 30, 21, TimeSpan.FromMinutes(12.5), TimeSpan.FromHours(30)), none = new(LeadKind.Appointment, 3, 0, null, null);
        await Answers.KeepAsync([new(monday, [call]), new(monday.AddDays(1), [none])], new(monday, NoonOfToday, NoonOfToday, []), default);

        var recent = new RecentAnswers(monday, NoonOfToday.AddHours(1), NoonOfToday, [call, none]);
        await Answers.KeepAsync([new(monday.AddDays(1), [call, none])], recent, default);

        var weeks = await Answers.WeeksAsync(monday, monday.AddDays(1), default);
        Assert.Equal([monday, monday.AddDays(1)], weeks.Select(week => week.Monday));
        Assert.Equal([[call], [call, none]], weeks.Select(week => week.ByKind));
        var kept = (await Answers.RecentAsync(default))!;
        Assert.Equal([call, none], kept.ByKind);
        Assert.Equal((recent.From, recent.At, recent.YearAt), (kept.From, kept.At, kept.YearAt));
    }

    [Fact]
    public async Task Facts_are_found_as_they_were_given()
    {
        var lead = LeadId.New(new(3));
        var facts = Facts() with { Statuses = [new(LeadStatus.Contacted, NoonOfToday), new(LeadStatus.Booked, NoonOfToday.AddHours(1))], UnsubscribedAt = NoonOfToday.AddDays(1) };

        await Counts.KeepAsync(lead, facts, default);

        Same(facts, await Counts.FactsAsync(lead, default));
        Same(new(), await Counts.FactsAsync(new(lead.Value ^ 16), default));
    }

    [Fact]
    public async Task The_first_word_on_a_capture_and_on_a_mail_holds_and_the_last_on_who_said_stop()
    {
        var lead = LeadId.New(new(3));
        await Counts.KeepAsync(lead, Facts() with { UnsubscribedAt = NoonOfToday.AddHours(2) }, default);

        await Counts.KeepAsync(
            lead,
            new() { Captured = Facts().Captured! with { Campaign = "other" }, Sent = [new(1, NoonOfToday.AddDays(9), null, [])], UnsubscribedAt = NoonOfToday },
            default);

        Same(Facts() with { UnsubscribedAt = NoonOfToday }, await Counts.FactsAsync(lead, default));
        await Counts.WithdrawUnsubscribeAsync(lead, default);
        await Counts.WithdrawUnsubscribeAsync(lead, default);
        Assert.Null((await Counts.FactsAsync(lead, default)).UnsubscribedAt);
    }

    [Fact]
    public async Task A_lead_is_counted_and_its_hours_are_marked_until_they_are_summed_up()
    {
        var lead = await ALeadAsync();

        Assert.True(await Counts.CountAsync(lead, default));
        Assert.False(await Counts.CountAsync(lead, default));
        Assert.False(await Counts.RecountAsync(lead, default));

        var marks = await OfToday(Days.ChangedHoursAsync(default));
        Assert.Equal([EventHour.Of(NoonOfToday), EventHour.Of(NoonOfToday.AddHours(1))], marks.Select(hour => hour.Start));
        Assert.True(await Days.SumAsync(Today, default));
        Assert.False(await Days.SumAsync(Today, default));
        await Days.SummedAsync(marks[0], default);
        await Days.SummedAsync(marks[0], default);
        Assert.Equal([EventHour.Of(NoonOfToday.AddHours(1))], (await OfToday(Days.ChangedHoursAsync(default))).Select(hour => hour.Start));
        var total = await TodayAsync(Dimension.Total);
        Assert.Equal((1, 1, 0), (total[""][Metric.Captured], total[""][Metric.Sent], total[""][Metric.Delivered]));
        Assert.Equal(["12", "13"], (await TodayAsync(Dimension.Hour)).Keys);
    }

    [Fact]
    public async Task Only_the_dimensions_that_are_asked_for_come()
    {
        await Counts.CountAsync(await ALeadAsync(), default);
        await Days.SumAsync(Today, default);

        var day = await Days.DaysAsync(Today.Date, Today.Date, [Dimension.Kind], default).SingleAsync();

        Assert.Equal(Today.Date, day.Date);
        Assert.Equal([Dimension.Kind], day.Tally.Dimensions);
    }

    [Fact]
    public async Task Evidence_marks_its_hour_until_the_leads_of_the_hour_are_counted()
    {
        var lead = await ALeadAsync();
        await Counts.CountAsync(lead, default);
        await Events.KeepAsync([Delivered(lead, NoonOfToday.AddHours(2))], default);
        var mark = Assert.Single(await OfToday(Counts.HoursWithNewEvidenceAsync(default)));

        await Events.KeepAsync([Delivered(lead, NoonOfToday.AddHours(2).AddMinutes(1))], default);
        await Counts.CountedAsync(mark, default);
        mark = Assert.Single(await OfToday(Counts.HoursWithNewEvidenceAsync(default)));
        Assert.True(await Counts.CountAsync(lead, default));
        await Counts.CountedAsync(mark, default);

        Assert.Empty(await OfToday(Counts.HoursWithNewEvidenceAsync(default)));
        await Days.SumAsync(Today, default);
        Assert.Equal(1, (await TodayAsync(Dimension.Total))[""][Metric.Delivered]);
    }

    [Fact]
    public async Task An_earlier_event_that_comes_late_moves_what_was_counted()
    {
        var lead = await ALeadAsync();
        await Events.KeepAsync([Delivered(lead, NoonOfToday.AddHours(5))], default);
        await Counts.CountAsync(lead, default);

        await Events.KeepAsync([Delivered(lead, NoonOfToday.AddHours(3))], default);
        await Counts.CountAsync(lead, default);
        await Days.SumAsync(Today, default);

        var hours = await TodayAsync(Dimension.Hour);
        Assert.Equal(1, hours["15"][Metric.Delivered]);
        Assert.DoesNotContain("17", hours.Keys);
    }

    [Fact]
    public async Task Many_who_count_the_same_lead_at_once_end_with_all_that_is_known()
    {
        var lead = await ALeadAsync();
        var evidence = Enumerable.Range(0, 6).Select(number => AnEvent.Of(MailEventKind.Delivered + number, Mail(lead), NoonOfToday.AddMinutes(70 + (20 * number)))).ToList();

        await Task.WhenAll(evidence.Select(async happened =>
        {
            await Events.KeepAsync([happened], default);
            await CountPatientlyAsync(lead);
        }));

        await Days.SumAsync(Today, default);
        var total = (await TodayAsync(Dimension.Total))[""];
        Assert.Equal((1, 1, 1), (total[Metric.Delivered], total[Metric.Bounced], total[Metric.Complained]));
        Assert.False(await Counts.RecountAsync(lead, default));
    }

    [Fact]
    public async Task What_a_forgotten_lead_added_stays_and_the_lead_is_nowhere()
    {
        var lead = await ALeadAsync();
        var stays = await ALeadAsync();
        await Events.KeepAsync([Delivered(lead, NoonOfToday.AddHours(2)), Delivered(stays, NoonOfToday.AddHours(2))], default);
        await Counts.CountAsync(lead, default);
        await Counts.CountAsync(stays, default);
        await Days.SumAsync(Today, default);

        await Events.ForgetAsync(lead, ALead.Noon, default);
        await Events.ForgetAsync(lead, ALead.Noon, default);

        Assert.False(await Days.SumAsync(Today, default));
        Assert.Equal((2, 2), ((await TodayAsync(Dimension.Total))[""][Metric.Captured], (await TodayAsync(Dimension.Total))[""][Metric.Delivered]));
        Same(new(), await Counts.FactsAsync(lead, default));
        Assert.DoesNotContain(lead, await Counts.LeadsAsync(lead.Shard, null, default).ToListAsync());
        Assert.False(await Counts.CountAsync(lead, default));
        await Events.ForgetAsync(stays, ALead.Noon, default);
        Assert.False(await Days.SumAsync(Today, default));
    }

    [Fact]
    public async Task What_was_not_counted_yet_is_counted_before_it_is_forgotten()
    {
        var lead = await ALeadAsync();

        await Events.ForgetAsync(lead, ALead.Noon, default);

        await Days.SumAsync(Today, default);
        Assert.Equal(1, (await TodayAsync(Dimension.Total))[""][Metric.Captured]);
    }

    [Fact]
    public async Task Leads_are_listed_once_each_in_the_order_of_their_ids()
    {
        var leads = new[] { new LeadId(0x10), new LeadId(0x0a10), new LeadId(0x3f000010) }.Select(lead => new LeadId(lead.Value + ((uint)made << 12))).ToList();
        foreach (var lead in leads)
        {
            await Counts.KeepAsync(lead, Facts(), default);
        }

        var listed = await Counts.LeadsAsync(new(0), null, default).Where(leads.Contains).ToListAsync();

        Assert.Equal(leads, listed);
        Assert.Equal(leads[2], await Counts.LeadsAsync(new(0), leads[1], default).Where(leads.Contains).SingleAsync());
    }

    [Fact]
    public async Task How_far_leads_were_counted_is_remembered()
    {
        await Days.SetCountedUntilAsync(NoonOfToday, default);
        await Days.SetCountedUntilAsync(NoonOfToday.AddHours(-1), default);

        Assert.Equal(NoonOfToday.AddHours(-1), await Days.CountedUntilAsync(default));
    }

    protected LocalDay Today => new(
        DateOnly.FromDateTime(NoonOfToday.Date),
        Enumerable.Range(0, 96).ToDictionary(quarter => new Bucket(new DateTimeOffset(NoonOfToday.Date, TimeSpan.Zero) + (quarter * Bucket.Length)), quarter => ((quarter / 4) + 20) % 24));

    protected async Task<LeadId> ALeadAsync()
    {
        var lead = LeadId.New(new(3));
        await Counts.KeepAsync(lead, Facts(), default);
        return lead;
    }

    protected async Task<IReadOnlyDictionary<string, Counts>> TodayAsync(Dimension dimension) =>
        (await Days.DaysAsync(Today.Date, Today.Date, [dimension], default).SingleAsync()).Tally.By(dimension);

    protected MailEvent Delivered(LeadId lead, DateTimeOffset at) => AnEvent.Of(MailEventKind.Delivered, Mail(lead), at);

    private static SendKey Mail(LeadId lead) => new(lead, Track.Visitor, 1);

    private LeadFacts Facts() => new()
    {
        Captured = new()
        {
            At = NoonOfToday,
            Kind = LeadKind.Call,
            Language = "es",
            Concerns = ["anxiety", "ocd"],
            Article = "came-from",
            Page = "https://mindbody.example.com/página",
            Campaign = "spring",
            Medium = "email",
            Content = "a b",
            FirstPage = "/first",
            FirstCampaign = "winter",
        },
        Sent = [new(1, NoonOfToday.AddHours(1), "call.1", [new("one", "000000000000000a"), new("two", "000000000000000b")])],
    };

    private async Task<List<HourMark>> OfToday(IAsyncEnumerable<HourMark> marks) =>
        await marks.Where(hour => hour.Start.Date == NoonOfToday.Date).ToListAsync();

    // Whoever loses every try says so, and is tried again by the next rollup.
    private async Task CountPatientlyAsync(LeadId lead)
    {
        for (var tries = 0; tries < 20; tries++)
        {
            try
            {
                await Counts.CountAsync(lead, default);
                return;
            }
            catch (LeadStoreUnavailableException)
            {
                // Others were faster.
            }
        }
    }

    private static void Same(LeadFacts expected, LeadFacts found)
    {
        Assert.Equal(expected.Captured?.Concerns, found.Captured?.Concerns);
        Assert.Equal(expected.Captured is null ? null : expected.Captured with { Concerns = [] }, found.Captured is null ? null : found.Captured with { Concerns = [] });
        Assert.Equal(expected.Sent.Select(mail => mail with { Articles = [] }), found.Sent.Select(mail => mail with { Articles = [] }));
        Assert.Equal(expected.Sent.SelectMany(mail => mail.Articles), found.Sent.SelectMany(mail => mail.Articles));
        Assert.Equal(expected.Statuses, found.Statuses);
        Assert.Equal(expected.UnsubscribedAt, found.UnsubscribedAt);
    }
}
