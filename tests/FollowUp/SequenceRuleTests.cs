using LeadFunctions.FollowUp;
using LeadFunctions.Languages;
using LeadFunctions.Leads;
using LeadFunctions.Tests.Support;
using static LeadFunctions.Tests.FollowUp.SequenceRules;

namespace LeadFunctions.Tests.FollowUp;

/// <summary>What is decided about one step, from facts alone.</summary>
public sealed class SequenceRuleTests : IDisposable
{
    // A Monday, noon in Palo Alto.
    private static readonly DateTimeOffset Noon = ALead.Noon;
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private readonly SequenceRules bench = new();
    private readonly Lead lead = ALead.Captured();

    public void Dispose() => bench.Dispose();

    [Theory]
    [InlineData(7, "2026-03-02T20:00:00Z", null)]
    [InlineData(8, "2026-03-03T03:59:00Z", null)]
    [InlineData(8, "2026-03-03T04:00:00Z", "2026-03-03T16:00:00Z")]
    [InlineData(8, "2026-03-03T15:59:00Z", "2026-03-03T16:00:00Z")]
    [InlineData(8, "2026-03-08T09:59:00Z", "2026-03-08T15:00:00Z")]
    public void A_step_outside_of_its_window_moves_to_the_next_start_of_it(int opens, string now, string? movesTo)
    {
        var step = Step(1, 1) with { Window = new(SendWindow.Always.Days, [new(TimeSpan.FromHours(opens), TimeSpan.FromHours(20))]) };

        var decision = Decide(Work(lead, 1), At(now), step);

        if (movesTo is null)
        {
            Assert.IsType<Decision.Send>(decision);
            return;
        }

        var next = MoveOf(decision).Next!;
        Assert.Equal((At(movesTo), 1), (next.DueAt, next.Key.Step));
        Assert.Null(MoveOf(decision).Record);
    }

    [Fact]
    public void A_step_on_a_day_that_is_not_for_letters_waits_for_one_that_is()
    {
        var step = Step(1, 1) with { Window = Daytime with { Days = [DayOfWeek.Thursday] } };

        Assert.Equal(At("2026-03-05T16:00:00Z"), MoveOf(Decide(Work(lead, 1), Noon, step)).Next!.DueAt);
    }

    [Fact]
    public void A_step_is_planned_into_its_window()
    {
        var weekdays = Daytime with { Days = [DayOfWeek.Monday] };
        var rules = bench.Of(Time(), new Sequence("Test", 1, [Step(1, 1) with { Window = weekdays }]));

        var next = rules.Next(Work(lead, 0), lead)!;

        Assert.Equal((At("2026-03-09T15:00:00Z"), At("2026-03-12T15:00:00Z")), (next.DueAt, next.LatestAt));
    }

    [Fact]
    public void A_campaign_does_not_send_long_past_its_time_and_says_so_and_goes_on()
    {
        var work = Work(lead, 1, latest: Noon);

        var onTime = Decide(work, Noon, Step(1, 1), Step(2, 4));
        var late = MoveOf(Decide(work, Noon + TimeSpan.FromTicks(1), Step(1, 1), Step(2, 4)));

        Assert.IsType<Decision.Send>(onTime);
        Assert.Equal((SendResult.Late, 1), (late.Record!.Result, late.Record.SequenceVersion));
        Assert.Equal(2, late.Next!.Key.Step);
    }

    [Fact]
    public void A_mail_that_may_have_left_is_not_called_late_or_unfit()
    {
        var work = Work(lead, 1, latest: Noon) with { Attempts = 1, State = DueState.Uncertain, Articles = ["your-first-visit"] };
        var step = Step(1, 1) with { Only = new() { Clicked = true } };

        Assert.IsType<Decision.Send>(Decide(work, Noon + Day, step));
    }

    [Fact]
    public void What_was_put_off_is_never_late_and_neither_is_what_follows_it()
    {
        var rules = bench.Of(Time(), new Sequence("Test", 1, [Step(1, 1), Step(2, 4)]));
        var work = Work(lead, 1, latest: Noon).PutOff(Noon + (30 * Day));

        Assert.IsType<Decision.Send>(rules.Decide(work, lead, Person(lead), Noon + (30 * Day)));
        Assert.Null(rules.Next(work, lead)!.LatestAt);
        Assert.NotNull(rules.Next(Work(lead, 1, latest: Noon), lead)!.LatestAt);
    }

    [Theory]
    [InlineData("anyOf", null)]
    [InlineData("anyOf other", "concern")]
    [InlineData("noneOf", "concern")]
    [InlineData("noneOf other", null)]
    [InlineData("spanish", "language")]
    [InlineData("contacted", "status")]
    [InlineData("clicked", "click")]
    [InlineData("not clicked", null)]
    public void A_step_that_is_not_for_the_person_is_skipped_with_a_reason_and_the_next_follows(string condition, string? reason)
    {
        StepConditions only = condition switch
        {
            "anyOf" => new() { AnyOf = ["ocd", "depression"] },
            "anyOf other" => new() { AnyOf = ["ocd", "sleep"] },
            "noneOf" => new() { NoneOf = ["chronic-pain"] },
            "noneOf other" => new() { NoneOf = ["ocd"] },
            "spanish" => new() { Language = Language.Spanish },
            "contacted" => new() { Statuses = [LeadStatus.Contacted] },
            "clicked" => new() { Clicked = true },
            _ => new() { Clicked = false },
        };

        var decision = Decide(Work(lead, 1), Noon, Step(1, 1) with { Only = only }, Step(2, 4));

        if (reason is null)
        {
            Assert.IsType<Decision.Send>(decision);
            return;
        }

        var move = MoveOf(decision);
        Assert.Equal((SendResult.Skipped, reason, 2), (move.Record!.Result, move.Record.Reason, move.Next!.Key.Step));
    }

    [Fact]
    public void Who_has_clicked_gets_what_is_for_readers()
    {
        var step = Step(1, 1) with { Only = new() { Clicked = true } };

        Assert.IsType<Decision.Send>(bench.Of(Time(), new Sequence("Test", 1, [step])).Decide(Work(lead, 1), lead, Person(lead), Noon, new(HasClicked: true)));
    }

    [Fact]
    public void Two_steps_never_meet_on_one_day_even_where_it_has_25_hours()
    {
        var always = Step(2, 2) with { Window = SendWindow.Always, At = null };
        var first = At("2026-11-01T07:10:00Z");
        var person = Person(lead).WithArticles(new(first, new(lead.Id, Track.Visitor, 1)), []);
        var sequence = new Sequence("Test", 1, [Step(1, 1), always]);

        var decision = bench.Of(Time(), sequence).Decide(Work(lead, 2), lead, person, first.AddHours(24.5));

        Assert.Equal(At("2026-11-02T08:00:00Z"), MoveOf(decision).Next!.DueAt);
    }

    [Fact]
    public void A_person_gets_so_many_in_a_week_whatever_they_asked_for()
    {
        var others = ALead.Captured(lead.Contact);
        var person = Person(lead);
        foreach (var day in new[] { 0, 2, 4 })
        {
            person = person.WithArticles(new(Noon.AddDays(day), new(others.Id, Track.Visitor, day + 1)), []);
        }

        var rules = bench.Of(Time(), new Sequence("Test", 1, [Step(1, 1), Step(2, 9)]) { MostPerWeek = 3 });
        var now = Noon.AddDays(6);

        var waits = MoveOf(rules.Decide(Work(lead, 1), lead, person, now));
        var tooLate = MoveOf(rules.Decide(Work(lead, 1, latest: now), lead, person, now));

        Assert.Equal((Noon.AddDays(7), SendResult.Capped, 2), (waits.Next!.DueAt, tooLate.Record!.Result, tooLate.Next!.Key.Step));
        Assert.IsType<Decision.Send>(rules.Decide(Work(lead, 1), lead, person, Noon.AddDays(7)));
    }

    [Fact]
    public void A_contact_remembers_the_articles_of_a_week_and_counts_a_second_try_once()
    {
        var person = Person(lead);
        for (var step = 1; step <= 12; step++)
        {
            person = person.WithArticles(new(Noon.AddDays(step), new(lead.Id, Track.Visitor, step)), []);
        }

        var again = person.WithArticles(new(Noon.AddDays(12.5), new(lead.Id, Track.Visitor, 12)), []);

        Assert.Equal([6, 7, 8, 9, 10, 11, 12], person.RecentArticles.Select(mark => mark.Send.Step));
        Assert.Equal([6, 7, 8, 9, 10, 11, 12], again.RecentArticles.Select(mark => mark.Send.Step));
        Assert.Equal(Noon.AddDays(12.5), again.RecentArticles[^1].At);
    }

    [Theory]
    [InlineData(LeadStatus.Contacted, true)]
    [InlineData(LeadStatus.Booked, true)]
    [InlineData(LeadStatus.Closed, true)]
    [InlineData(LeadStatus.New, false)]
    public void A_sequence_ends_where_its_file_says(LeadStatus status, bool ends)
    {
        var rules = bench.Of(Time(), new Sequence("Test", 1, [Step(1, 1), Step(2, 4)]) { EndsAt = [LeadStatus.Contacted] });

        var decision = rules.Decide(Work(lead, 1), lead with { Status = status }, Person(lead), Noon);

        Assert.Equal(ends, decision is Decision.Pass { Move: { Record.Result: SendResult.Finished, Next: null } });
    }

    [Fact]
    public void A_running_lead_goes_on_with_the_version_that_it_began_with()
    {
        var rules = bench.Of(Time(), new("One", 1, [Step(1, 1), Step(2, 4)]), new("Two", 2, [Step(1, 2), Step(2, 5)]));

        Assert.Equal((2, Noon.AddDays(2).AddHours(-3)), PlanOf(rules.Next(Work(lead, 0) with { SequenceVersion = null }, lead)));
        Assert.Equal((1, Noon.AddDays(4).AddHours(-3)), PlanOf(rules.Next(Work(lead, 1), lead)));
        Assert.Equal((1, Noon.AddDays(4).AddHours(-3)), PlanOf(rules.Next(Work(lead, 1) with { SequenceVersion = null }, lead)));
        Assert.Equal((2, Noon.AddDays(5).AddHours(-3)), PlanOf(rules.Next(Work(lead, 1) with { SequenceVersion = 2 }, lead)));
    }

    [Fact]
    public void A_running_lead_whose_version_is_gone_goes_on_with_the_nearest()
    {
        var rules = bench.Of(Time(), new("Two", 2, [Step(1, 1), Step(3, 4)]), new("Five", 5, [Step(1, 2), Step(9, 6)]));

        Assert.Equal(3, rules.Next(Work(lead, 1) with { SequenceVersion = 3 }, lead)!.Key.Step);
        Assert.Equal(9, rules.Next(Work(lead, 1) with { SequenceVersion = 4 }, lead)!.Key.Step);
        Assert.Equal(3, MoveOf(rules.Decide(Work(lead, 2), lead, Person(lead), Noon)).Next!.Key.Step);
    }

    [Fact]
    public void A_newer_request_takes_over_unless_the_sequence_that_has_begun_goes_on()
    {
        var newer = ALead.Captured(lead.Contact);
        var goesOn = bench.Of(Time(), new Sequence("Test", 1, [Step(1, 1), Step(2, 4)]) { NewerRequest = NewerRequest.Continue });
        var restarts = bench.Of(Time(), new Sequence("Test", 1, [Step(1, 1), Step(2, 4)]));
        var begun = Assert.IsType<Decision.Send>(goesOn.Decide(Work(lead, 1), lead, Person(lead), Noon)).Contact! with { LatestLead = newer.Id };
        var later = Noon.AddDays(3);

        Assert.IsType<Decision.Send>(goesOn.Decide(Work(lead, 2), lead, begun, later));
        Assert.Equal(SendResult.Superseded, MoveOf(goesOn.Decide(Work(newer, 1), newer, begun, later)).Record!.Result);

        Assert.Equal(SendResult.Superseded, MoveOf(restarts.Decide(Work(lead, 2), lead, begun with { Running = null }, later)).Record!.Result);
        Assert.IsType<Decision.Send>(restarts.Decide(Work(newer, 1), newer, begun with { Running = null }, later));
    }

    [Fact]
    public void A_sequence_that_goes_on_makes_way_when_it_is_over_or_staff_end_it()
    {
        var newer = ALead.Captured(lead.Contact);
        var rules = bench.Of(Time(), new Sequence("Test", 1, [Step(1, 1), Step(2, 4)]) { NewerRequest = NewerRequest.Continue });
        var begun = Assert.IsType<Decision.Send>(rules.Decide(Work(lead, 1), lead, Person(lead), Noon)).Contact!;
        var last = Assert.IsType<Decision.Send>(rules.Decide(Work(lead, 2), lead, begun, Noon.AddDays(3))).Contact! with { LatestLead = newer.Id };
        var booked = MoveOf(rules.Decide(Work(lead, 2), lead with { Status = LeadStatus.Booked }, begun, Noon.AddDays(3))).Contact! with { LatestLead = newer.Id };

        Assert.IsType<Decision.Send>(rules.Decide(Work(newer, 1), newer, last, Noon.AddDays(5)));
        Assert.IsType<Decision.Send>(rules.Decide(Work(newer, 1), newer, booked, Noon.AddDays(5)));
    }

    private static (int Version, DateTimeOffset At) PlanOf(DueWork? work) => (work!.SequenceVersion!.Value, work.DueAt);

    private static DateTimeOffset At(string time) => DateTimeOffset.Parse(time, System.Globalization.CultureInfo.InvariantCulture);

    private static Move MoveOf(Decision decision) => Assert.IsType<Decision.Pass>(decision).Move;

    private Decision Decide(DueWork work, DateTimeOffset now, params SequenceStep[] steps) =>
        bench.Of(Time(), new Sequence("Test", 1, steps)).Decide(work, lead, Person(lead), now);
}
