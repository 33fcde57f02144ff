using LeadFunctions.FollowUp;
using LeadFunctions.Leads;
using LeadFunctions.Tests.Clinic;
using LeadFunctions.Tests.Support;

namespace LeadFunctions.Tests.FollowUp;

/// <summary>Every change of the clocks from 2024 to 2035, in every zone of <see cref="Zones"/>.</summary>
public sealed class SequenceDaylightTests : IDisposable
{
    private readonly SequenceRules bench = new();

    public static TheoryData<string> AllZones => Zones.All;

    public void Dispose() => bench.Dispose();

    [Theory]
    [MemberData(nameof(AllZones))]
    public void Every_step_comes_once_in_its_window_on_a_date_of_its_own(string zone)
    {
        var time = SequenceRules.Time(zone);
        SendWindow[] windows =
        [
            SequenceRules.Daytime,
            SendWindow.Always,
            new([DayOfWeek.Saturday, DayOfWeek.Sunday], [new(TimeSpan.FromMinutes(30), TimeSpan.FromHours(3))]),
        ];
        var changes = Zones.Changes(time.Zone).Select(change => change.At).Append(Zones.From.AddDays(40)).ToList();

        foreach (var window in windows)
        {
            // At two in the morning, where the clocks are changed in most zones; and whenever it is due.
            SequenceStep[] steps =
            [
                new(1, TimeSpan.FromDays(1), 1, window.Holds(new(2, 0)) ? new(2, 0) : new(9, 0)) { Window = window },
                new(2, TimeSpan.FromDays(2), 1, At: null) { Window = window },
                new(3, TimeSpan.FromDays(3), 1, window.Holds(new(0, 30)) ? new(0, 30) : new(8, 0)) { Window = window },
            ];
            var calendar = bench.CalendarOf(time, new Sequence("Test", 1, steps));
            foreach (var captured in changes.SelectMany(Around))
            {
                var lead = ALead.Captured(at: captured);

                var mails = calendar.Of(lead, default).Where(entry => entry.Step > 0).ToList();

                Assert.Equal([(1, SendResult.Accepted), (2, SendResult.Accepted), (3, SendResult.Accepted)], mails.Select(mail => (mail.Step, mail.Result)));
                Assert.Equal(3, mails.Select(mail => time.DateAt(mail.At)).Distinct().Count());
                Assert.All(mails, mail =>
                {
                    var local = time.LocalAt(mail.At).DateTime;
                    Assert.True(window.Days.Contains(local.DayOfWeek) && window.Holds(TimeOnly.FromDateTime(local)), $"{local} is not inside.");
                    Assert.True(mail.At >= steps[mail.Step - 1].DueAt(captured, time));
                });
            }
        }
    }

    [Theory]
    [InlineData("2026-03-08T03:00:00-07:00", "2026-03-07T12:00:00-08:00")]
    [InlineData("2026-11-01T01:30:00-07:00", "2026-10-31T12:00:00-07:00")]
    public void A_window_that_begins_in_a_gap_opens_after_it_and_one_that_begins_twice_the_first_time(string opens, string now)
    {
        var time = SequenceRules.Time();
        var begins = opens.Contains("03:00", StringComparison.Ordinal) ? 2.5 : 1.5;
        var window = new SendWindow(SendWindow.Always.Days, [new(TimeSpan.FromHours(begins), TimeSpan.FromHours(5))]);

        Assert.Equal(Parse(opens), window.FirstAt(Parse(now), time));
    }

    private static DateTimeOffset Parse(string time) => DateTimeOffset.Parse(time, System.Globalization.CultureInfo.InvariantCulture);

    // So that each of the three steps meets the change in one of them.
    private static IEnumerable<DateTimeOffset> Around(DateTimeOffset change) =>
        Enumerable.Range(0, 8).Select(part => change.AddDays(-3.5).AddHours(11 * part));
}
