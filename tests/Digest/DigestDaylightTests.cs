using LeadFunctions.Clinic;
using LeadFunctions.Digest;
using LeadFunctions.Leads;
using LeadFunctions.Tests.Clinic;
using LeadFunctions.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace LeadFunctions.Tests.Digest;

/// <summary>Every change of the clocks from 2024 to 2035, in every zone of <see cref="Zones"/>, with the timer running through it.</summary>
public sealed class DigestDaylightTests
{
    public static TheoryData<string> AllZones => Zones.All;

    [Theory]
    [MemberData(nameof(AllZones))]
    public async Task Each_date_of_the_clinic_has_one_digest_whatever_the_clocks_do(string zone)
    {
        var time = new ClinicTime(TimeZoneInfo.FindSystemTimeZoneById(zone));
        var changes = Zones.Changes(time.Zone).Select(change => change.At).Append(Zones.From.AddDays(40)).Order().ToList();

        // Half past two does not come on the day on which most zones put their clocks forward, and comes twice when they are put back.
        foreach (var digestAt in new[] { new TimeOnly(2, 30), new TimeOnly(7, 30) })
        {
            await using var app = new TestApp(clock: new FakeTimeProvider(Zones.From.AddDays(-3)));
            var clinic = app.Get<ClinicProfile>() with { Time = time, DigestAt = digestAt };
            var handler = new DigestHandler(
                app.Leads, app.Get<DigestReading>(), app.Get<DigestSummary>(), app.Get<DigestRound>(), clinic, app.Clock, NullLogger<DigestHandler>.Instance);

            // Somebody whom nobody ever answers is something to tell each morning.
            await app.CaptureAsync(ALead.Captured(at: app.Clock.GetUtcNow(), kind: LeadKind.Call));
            foreach (var change in changes.Where(change => change.AddDays(-2) > app.Clock.GetUtcNow()))
            {
                app.Clock.SetUtcNow(change.AddDays(-2));
                var before = app.Provider.Posted.Count;
                for (; app.Clock.GetUtcNow() < change.AddDays(2); app.Clock.Advance(TimeSpan.FromMinutes(15)))
                {
                    await handler.HandleAsync(default);
                }

                var dates = app.Provider.Posted.Skip(before).Select(mail => DateOnly.ParseExact(mail.SendId.Substring("digest".Length, 8), "yyyyMMdd")).ToList();
                var last = time.DateAt(change.AddDays(2).AddMinutes(-15));
                Assert.InRange(dates.Count, 4, 5);
                Assert.Equal(Enumerable.Range(0, dates.Count).Select(day => dates[0].AddDays(day)), dates);
                Assert.Contains(dates[^1], new[] { last, last.AddDays(-1) });
            }
        }
    }
}
