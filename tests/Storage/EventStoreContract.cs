using LeadFunctions.Leads;
using LeadFunctions.Tests.Support;

namespace LeadFunctions.Tests.Storage;

/// <summary>What <see cref="IEventStore"/> promises; each keeper of the promise runs all of it.</summary>
public abstract class EventStoreContract
{
    private static readonly DateTimeOffset Noon = ALead.Noon;

    protected abstract IEventStore Store { get; }

    protected abstract IErasedLeads Erased { get; }

    /// <summary>Of which leads the store can learn that they are there.</summary>
    private protected EveryLead Stored { get; } = new();

    [Fact]
    public async Task An_event_is_found_as_it_was_given()
    {
        var full = AnEvent.Of(MailEventKind.Clicked) with
        {
            Attempt = 2,
            ProviderId = new string('a', 32),
            MessageId = "14c5d75ce93.dfd.64b469",
            Recipient = ALead.AContact(),
            Reason = "Invalid Address",
            Status = "5.1.1",
            IsMachineOpen = true,
            Agent = AgentClass.Scanner,
            Network = "0123456789abcdef",
            Fetch = LinkFetch.Prefetch,
            Link = "fedcba9876543210",
            IsCanary = true,
            MailMadeAt = Noon.AddHours(-1),
            Rest = """{"tls":"1"}""",
        };
        var bare = AnEvent.Of(MailEventKind.Other, full.Mail, Noon.AddTicks(1));

        await Store.KeepAsync([bare, full], default);

        Assert.Equal([full, bare], await Store.OfMailAsync(full.Mail, default).ToListAsync());
        Assert.Equal([full, bare], (await Store.OfHourAsync(Noon, default).ToListAsync()).Where(happened => happened.Mail == full.Mail));
    }

    [Fact]
    public async Task The_same_events_in_any_order_and_again_are_the_same_evidence()
    {
        var mails = Enumerable.Range(1, 4).Select(step => new SendKey(LeadId.New(new(step)), Track.Visitor, step)).ToList();
        var events = Enumerable.Range(0, 240).Select(number => AnEvent.Of(MailEventKind.Opened, mails[number % 4], Noon.AddMinutes(number))).ToList();
        await Store.KeepAsync(events, default);
        var before = await AllAsync(mails);

        for (var times = 0; times < 3; times++)
        {
            foreach (var some in events.OrderBy(happened => happened.Key[(times * 3)..], StringComparer.Ordinal).Chunk(70))
            {
                await Store.KeepAsync(some, default);
            }
        }

        Assert.Equal(240, before.Count);
        Assert.Equal(before, await AllAsync(mails));
    }

    [Fact]
    public async Task An_event_that_is_told_twice_in_one_batch_is_one()
    {
        var happened = AnEvent.Of(MailEventKind.Delivered);

        await Store.KeepAsync([happened, happened], default);

        Assert.Single(await Store.OfMailAsync(happened.Mail, default).ToListAsync());
    }

    [Fact]
    public async Task A_mail_has_its_own_events_and_a_lead_those_of_all_its_mails()
    {
        var lead = LeadId.New(new(3));
        var alert = AnEvent.Of(MailEventKind.Delivered, new(lead, Track.Alert, 0), Noon.AddMinutes(2));
        var confirmation = AnEvent.Of(MailEventKind.Delivered, new(lead, Track.Visitor, 0), Noon.AddMinutes(1));
        var articles = AnEvent.Of(MailEventKind.Delivered, new(lead, Track.Visitor, 10), Noon);
        var other = AnEvent.Of(MailEventKind.Delivered, new(new(lead.Value ^ 16), Track.Visitor, 1), Noon);

        await Store.KeepAsync([other, articles, confirmation, alert], default);

        Assert.Equal([confirmation], await Store.OfMailAsync(confirmation.Mail, default).ToListAsync());
        Assert.Empty(await Store.OfMailAsync(new(lead, Track.Visitor, 1), default).ToListAsync());
        Assert.Equal([alert, confirmation, articles], await Store.OfLeadAsync(lead, default).ToListAsync());
    }

    [Fact]
    public async Task An_hour_holds_what_happened_from_its_first_instant_to_before_the_next()
    {
        var hour = Noon.AddYears(10);
        var mail = AnEvent.Mail();
        var times = new[] { hour.AddTicks(-1), hour, hour.AddHours(1).AddTicks(-1), hour.AddHours(1) };
        var events = times.Select(time => AnEvent.Of(MailEventKind.Opened, mail, time)).ToList();

        await Store.KeepAsync(events, default);

        Assert.Equal(events[1..3], await Store.OfHourAsync(hour.AddMinutes(17), default).ToListAsync());
    }

    [Fact]
    public async Task An_event_that_comes_late_makes_its_hour_new_and_no_other()
    {
        var hour = Noon.AddYears(11);
        await Store.KeepAsync([AnEvent.Of(MailEventKind.Opened, at: hour), AnEvent.Of(MailEventKind.Opened, at: hour.AddHours(2))], default);
        var before = await Store.HoursAsync(hour.AddMinutes(59), default).Take(2).ToListAsync();

        await Store.KeepAsync([AnEvent.Of(MailEventKind.Opened, at: hour.AddMinutes(30))], default);

        var after = await Store.HoursAsync(hour, default).Take(2).ToListAsync();
        Assert.Equal([hour, hour.AddHours(2)], before.Select(listed => listed.Start));
        Assert.Equal([hour, hour.AddHours(2)], after.Select(listed => listed.Start));
        Assert.NotEqual(before[0].Version, after[0].Version);
        Assert.Equal(before[1].Version, after[1].Version);
    }

    [Fact]
    public async Task How_far_the_provider_has_told_never_goes_back_and_only_its_own_word_counts()
    {
        Assert.Null(await Store.ReportedUntilAsync(default));

        await Store.KeepAsync([AnEvent.Of(MailEventKind.Clicked) with { Fetch = LinkFetch.Get }, AnEvent.Of(MailEventKind.Delivered)], default);
        Assert.Null(await Store.ReportedUntilAsync(default));

        await Store.KeepAsync([AnEvent.Of(MailEventKind.Processed, at: Noon), AnEvent.Of(MailEventKind.Processed, at: Noon.AddMinutes(9))], default);
        await Store.KeepAsync([AnEvent.Of(MailEventKind.Processed, at: Noon.AddMinutes(5))], default);
        Assert.Equal(Noon.AddMinutes(9), await Store.ReportedUntilAsync(default));

        await Task.WhenAll(Enumerable.Range(10, 8).Select(minute => Store.KeepAsync([AnEvent.Of(MailEventKind.Processed, at: Noon.AddMinutes(minute))], default)));
        Assert.Equal(Noon.AddMinutes(17), await Store.ReportedUntilAsync(default));
    }

    [Fact]
    public async Task Events_of_other_mail_are_counted_once_each_and_are_nowhere_else()
    {
        var hour = Noon.AddYears(12);
        OtherMailEvent[] others = [new(AnEvent.Key(), "open", hour), new(AnEvent.Key(), "open", hour.AddMinutes(1)), new(AnEvent.Key(), "open", hour.AddHours(1))];

        await Store.KeepOthersAsync(others, default);
        await Store.KeepOthersAsync([.. others.AsEnumerable().Reverse()], default);

        Assert.Equal(2, await Store.CountOthersAsync(hour.AddMinutes(30), default));
        Assert.Empty(await Store.OfHourAsync(hour, default).ToListAsync());
    }

    [Fact]
    public async Task What_is_forgotten_is_nowhere_and_the_rest_stays()
    {
        var hour = Noon.AddYears(13);
        var lead = LeadId.New(new(5));
        var stays = AnEvent.Of(MailEventKind.Opened, new(new(lead.Value ^ 32), Track.Visitor, 1), hour);
        var goes = Enumerable.Range(0, 150).Select(minute => AnEvent.Of(MailEventKind.Opened, new(lead, Track.Visitor, minute % 3), hour.AddMinutes(minute)));
        await Store.KeepAsync([stays, .. goes], default);

        await Store.ForgetAsync(lead, ALead.Noon, default);
        await Store.ForgetAsync(lead, ALead.Noon, default);

        Assert.Empty(await Store.OfLeadAsync(lead, default).ToListAsync());
        Assert.Equal([stays], await Store.OfHourAsync(hour, default).ToListAsync());
        Assert.Empty(await Store.OfHourAsync(hour.AddHours(2), default).ToListAsync());
        Assert.Equal([stays], await Store.OfMailAsync(stays.Mail, default).ToListAsync());
    }

    [Fact]
    public async Task What_is_told_of_a_forgotten_lead_later_is_not_kept()
    {
        var hour = Noon.AddYears(14);
        var (lead, other) = (LeadId.New(new(5)), LeadId.New(new(6)));
        await Store.ForgetAsync(lead, ALead.Noon, default);

        var stays = AnEvent.Of(MailEventKind.Delivered, new(other, Track.Visitor, 1), hour);
        await Store.KeepAsync([AnEvent.Of(MailEventKind.Clicked, new(lead, Track.Visitor, 1), hour)], default);
        await Store.KeepAsync([AnEvent.Of(MailEventKind.Bounced, new(lead, Track.Visitor, 1), hour), stays], default);

        Assert.Empty(await Store.OfLeadAsync(lead, default).ToListAsync());
        Assert.Equal([stays], await Store.OfHourAsync(hour, default).ToListAsync());
    }

    [Theory]
    [InlineData(7)]
    [InlineData(700)]
    public async Task A_visit_long_after_a_lead_was_forgotten_is_not_kept_though_nobody_remembers_it(int days)
    {
        var hour = Noon.AddYears(15).AddHours(days);
        var (lead, other) = (LeadId.New(new(5)), LeadId.New(new(6)));
        await Store.ForgetAsync(lead, hour - IErasedLeads.Remembered, default);
        Stored.Gone.Add(lead);
        await Erased.ForgetErasedBeforeAsync(hour, default);
        MailEvent Late(LeadId of) => AnEvent.Of(MailEventKind.Clicked, new(of, Track.Visitor, 1), hour) with { MailMadeAt = hour.AddDays(-days) };

        var stays = Late(other);
        await Store.KeepAsync([Late(lead), stays], default);

        Assert.Empty(await Store.OfLeadAsync(lead, default).ToListAsync());
        Assert.Equal([stays], await Store.OfHourAsync(hour, default).ToListAsync());
    }

    [Fact]
    public async Task What_was_erased_is_remembered_as_long_as_a_delivery_can_be_told_of()
    {
        var lead = LeadId.New(new(5));
        await Store.ForgetAsync(lead, Noon, default);
        await Erased.ForgetErasedBeforeAsync(Noon.AddDays(4) - IErasedLeads.Remembered, default);

        await Store.KeepAsync([AnEvent.Of(MailEventKind.Bounced, new(lead, Track.Visitor, 1), Noon.AddDays(3))], default);

        Assert.Empty(await Store.OfLeadAsync(lead, default).ToListAsync());
    }

    private async Task<List<MailEvent>> AllAsync(IEnumerable<SendKey> mails)
    {
        var all = new List<MailEvent>();
        foreach (var mail in mails)
        {
            all.AddRange(await Store.OfMailAsync(mail, default).ToListAsync());
        }

        return all;
    }
}
