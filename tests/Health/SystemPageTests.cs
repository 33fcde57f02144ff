using LeadFunctions.Tests.Access;
using LeadFunctions.Tests.Pages;
using LeadFunctions.Tests.Support;

namespace LeadFunctions.Tests.Health;

/// <summary>The page for the engineer over HTTP: what it shows, and what it never does.</summary>
public sealed class SystemPageTests : IAsyncLifetime
{
    private HostedApp app = null!;

    public async Task InitializeAsync() =>
        app = await HostedApp.StartAsync([.. StaffBrowser.Members, ("Staff:Members:3", "engineer@example.com;admin"), ("Turnstile:SecretKey", "a-secret-nobody-sees")]);

    public Task DisposeAsync() => app.DisposeAsync().AsTask();

    [Fact]
    public async Task It_says_what_is_due_what_ran_and_what_runs()
    {
        var lead = ALead.Captured(ALead.AContact(3), app.Clock.GetUtcNow().AddMinutes(-30));
        await app.Leads.CaptureAsync(ALead.New(lead), default);
        using var ran = await app.Client.PostAsync("/admin/functions/StatsRollup?wait=true", null);
        await app.Upkeep.RanAsync(new("Backup", app.Clock.GetUtcNow(), TimeSpan.FromSeconds(7)) { Failure = "IOException" }, default);
        await app.Upkeep.HeardAsync("SendGrid", app.Clock.GetUtcNow(), default);
        await app.Upkeep.ScrubbedAsync(new() { BegunAt = app.Clock.GetUtcNow(), Next = null, FinishedAt = app.Clock.GetUtcNow(), Leads = 12, Left = 1, Reported = ["LeadLost a03 1f2e3d43"] }, default);

        var text = await TextAsync();

        Assert.Contains("Due work is late by 30 minutes. due-late", text, StringComparison.Ordinal);
        Assert.Contains("Shard a03 2 due, the oldest for 30 minutes", text, StringComparison.Ordinal);
        Assert.Contains("Nothing is due in the other 15 shards.", text, StringComparison.Ordinal);
        Assert.Matches("Last events of SendGrid (today|yesterday) at", text);
        Assert.Contains("Last events of AzureCommunication Never yet", text, StringComparison.Ordinal);
        Assert.Matches(@"StatsRollup\s?Brings the figures up to date (today|yesterday) at [^a-z]+(AM|PM) Done Took", text);
        Assert.Matches(@"Backup\s?Copies all rows each night (today|yesterday) at [^a-z]+(AM|PM) Failed: IOException", text);
        Assert.Matches(@"Retention\s?Removes what is older than is kept Never yet Stands still", text);
        Assert.Contains("12 requests, 0 rows written again, 0 taken away, 1 to look at", text, StringComparison.Ordinal);
        Assert.Contains("LeadLost a03 1f2e3d43", text, StringComparison.Ordinal);
        Assert.Contains("There is no second account", text, StringComparison.Ordinal);
        Assert.Contains("Sequences of letters appointment-", text, StringComparison.Ordinal);
        Assert.Contains("Microsoft.Azure.Functions.Worker.Core", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_secret_is_set_or_not_set_and_never_shown()
    {
        var text = await TextAsync();

        Assert.Contains("Leads__Pepper Set", text, StringComparison.Ordinal);
        Assert.Contains("Acs__Endpoint Not set", text, StringComparison.Ordinal);
        Assert.Contains("Email__Provider SendGrid", text, StringComparison.Ordinal);
        Assert.All(
            (string[])["a-secret-nobody-sees", TestSettings.All["Leads:Pepper"]!, TestSettings.All["Leads:SigningKeys:0"]!, "UseDevelopmentStorage"],
            secret => Assert.DoesNotContain(secret, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nobody_is_on_it()
    {
        await app.Leads.CaptureAsync(ALead.New(ALead.Captured(at: app.Clock.GetUtcNow().AddMinutes(-30))), default);

        var text = await TextAsync();

        Assert.All((string[])["Robin", "robin@", "0123", "depression"], canary => Assert.DoesNotContain(canary, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_says_that_storage_is_away_when_it_is()
    {
        app.Leads.IsAway = true;

        var text = await TextAsync();

        Assert.Contains("Table Storage does not answer. storage-away", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_speaks_Spanish()
    {
        var text = await TextAsync("?lang=es");

        Assert.Contains("Sistema", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Stands still", text, StringComparison.Ordinal);
        Assert.Contains("Está parado", text, StringComparison.Ordinal);
    }

    private async Task<string> TextAsync(string query = "")
    {
        var browser = new StaffBrowser(app).SignIn("engineer@example.com;admin");
        using var response = await browser.SendAsync(HttpMethod.Get, "/staff/system" + query, null, ("Accept", "text/html"));
        Assert.Equal(200, (int)response.StatusCode);
        return string.Join(' ', PageBench.Parse(await response.Content.ReadAsStringAsync()).QuerySelector("main")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
