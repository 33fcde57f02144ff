using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using LeadFunctions.Email;
using LeadFunctions.FollowUp;
using LeadFunctions.Tests.Support;

namespace LeadFunctions.Tests.Events;

/// <summary>Whether an alert has arrived, where Azure Communication Services delivers: Event Grid tells, over HTTP, and the next contact is told or not.</summary>
public sealed class AcsAlertTests : IAsyncLifetime
{
    private const string Secret = "a-secret-of-event-grid-that-is-long-enough";

    private readonly (string, string)[] settings =
    [
        ("Email:Provider", "AzureCommunication"),
        ("Acs:ConnectionString", $"endpoint=https://clinic.unitedstates.communication.azure.com;accesskey={Convert.ToBase64String(new byte[32])}"),
        ("Staff:Members:0", "anna@example.com;staff"),
        ("Staff:Members:1", "maria@example.com;staff"),
        ("Staff:Members:2", "boss@example.com;admin"),
    ];

    private HostedApp app = null!;

    private IEnumerable<string> Told => app.Provider.Posted.Select(mail => mail.To[0]);

    public async Task InitializeAsync()
    {
        app = await HostedApp.StartAsync([.. settings, ("Acs:EventSecrets:0", Secret)]);
        await app.Leads.CaptureAsync(ALead.New(ALead.Captured(at: app.Clock.GetUtcNow()) with { Email = null }), default);
        await app.Get<DrainHandler>().HandleAsync(default);
        Assert.Equal(["anna@example.com", "maria@example.com"], Told);
    }

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Theory]
    [InlineData("Delivered", "Bounced")]
    [InlineData("Failed", "Delivered")]
    [InlineData("Delivered", null)]
    public async Task One_copy_that_is_delivered_in_time_is_enough(string first, string? second)
    {
        await ReportAsync(0, first);
        if (second is not null)
        {
            await ReportAsync(1, second);
        }

        await DrainForAsync(minutes: 30);

        Assert.Equal(["anna@example.com", "maria@example.com"], Told);
        Assert.Empty(app.Leads.DeadLetters);
    }

    [Theory]
    [InlineData("Failed", "Failed")]
    [InlineData("Bounced", "Bounced")]
    [InlineData("Suppressed", "FilteredSpam")]
    [InlineData("Quarantined", "Bounced")]
    public async Task When_every_copy_fails_the_next_contact_is_told_in_the_next_minute(string first, string second)
    {
        await ReportAsync(0, first);
        await ReportAsync(1, second);

        await DrainForAsync(minutes: 1);

        Assert.Equal(["anna@example.com", "maria@example.com", "boss@example.com"], Told);
    }

    [Fact]
    public async Task Silence_of_five_minutes_is_no_arrival_and_nor_is_a_failure_of_one_copy_alone()
    {
        await ReportAsync(0, "Failed");

        await DrainForAsync(minutes: 4);
        Assert.Equal(2, Told.Count());
        await DrainForAsync(minutes: 2);

        Assert.Equal(["anna@example.com", "maria@example.com", "boss@example.com"], Told);
    }

    [Fact]
    public async Task Where_no_event_can_come_in_silence_proves_nothing()
    {
        await using var silent = new TestApp(settings: settings);
        await silent.CaptureAsync(ALead.Captured() with { Email = null });

        await silent.DrainForAsync(TimeSpan.FromMinutes(30));

        Assert.Equal(["anna@example.com", "maria@example.com"], silent.Provider.Posted.Select(mail => mail.To[0]));
    }

    private async Task ReportAsync(int copy, string status)
    {
        var report = AcsReport.Of(status, AcsOperationId.Of(app.Provider.Posted[copy].SendId).ToString());
        using var answer = await app.Client.PostAsJsonAsync($"/api/email-events/acs?secret={Secret}", new JsonArray(report));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    private async Task DrainForAsync(int minutes)
    {
        for (var minute = 0; minute < minutes; minute++)
        {
            await app.AdvanceAsync(TimeSpan.FromMinutes(1));
            await app.Get<DrainHandler>().HandleAsync(default);
        }
    }
}
