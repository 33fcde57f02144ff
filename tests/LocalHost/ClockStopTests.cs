using LeadFunctions.Clinic;
using LeadFunctions.Email;
using LeadFunctions.Leads;
using LeadFunctions.Local;
using LeadFunctions.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LeadFunctions.Tests.Hosting;

/// <summary>A clock that is moved by days, and letters that leave by day: whatever the hour at which somebody moves it.</summary>
public sealed class ClockStopTests
{
    [Theory]
    [InlineData(2, 30)]
    [InlineData(12, 1)]
    [InlineData(23, 1)]
    public async Task Each_letter_leaves_at_its_own_time_however_the_clock_is_moved(int hour, int daysAtOnce)
    {
        var (storage, provider) = (new InMemoryStorage(), new ScriptedProvider());
        await using var host = await LocalHost.StartAsync(
            new()
            {
                Settings = TestSettings.All,
                Functions = type => type.Namespace == "LeadFunctions.FollowUp",
                Logging = logging => logging.ClearProviders(),
                Replace = services =>
                {
                    storage.AddTo(services);
                    services.AddSingleton<IEmailSender>(provider);
                },
            },
            CancellationToken.None);
        var clinic = host.Services.GetRequiredService<ClinicTime>();
        await host.MoveClockAsync(clinic.FirstInstant(clinic.DateAt(host.Clock.GetUtcNow()).AddDays(1), new(hour, 0)) - host.Clock.GetUtcNow());
        var before = host.Clock.Offset;
        var lead = ALead.Captured(at: host.Clock.GetUtcNow());
        await storage.Leads.CaptureAsync(ALead.New(lead), default);

        for (var days = 0; days < 30; days += daysAtOnce)
        {
            await host.MoveClockAsync(TimeSpan.FromDays(daysAtOnce));
        }

        Assert.Equal(TimeSpan.FromDays(30), host.Clock.Offset - before);
        Assert.Equal([0, 1, 2, 3], provider.AcceptedTo(Track.Visitor).Select(key => key.Step));
        Assert.All([1, 2, 3], step =>
        {
            var local = clinic.LocalAt(storage.Leads.Sends[new(lead.Id, Track.Visitor, step)].At);
            Assert.InRange(local.TimeOfDay, TimeSpan.FromHours(9), TimeSpan.FromHours(9.05));
        });
    }
}
