using System.Text;
using System.Text.Json;
using LeadFunctions.Leads;
using LeadFunctions.Privacy;
using LeadFunctions.Tests.Support;

namespace LeadFunctions.Tests.Privacy;

/// <summary>What is older than the clinic keeps, and the list of who is not written to.</summary>
public sealed class RetentionTests : IAsyncDisposable
{
    private readonly TestApp app = new();

    [Theory]
    [InlineData("closed=365.00:00:00;spam=30.00:00:00", true)]
    [InlineData(" booked = 3650.00:00:00 ; ", true)]
    [InlineData("", false)]
    [InlineData("closed=365", true)]
    [InlineData("closed=23:00:00", false)]
    [InlineData("closed", false)]
    [InlineData("lost=30.00:00:00", false)]
    [InlineData("spam=30.00:00:00;spam=31.00:00:00", false)]
    [InlineData("spam=-30.00:00:00", false)]
    public void A_policy_names_statuses_and_times_of_at_least_a_day(string text, bool isGood) =>
        Assert.Equal(isGood, RetentionPolicy.TryRead(text) is not null);

    [Fact]
    public async Task What_is_too_old_is_counted_first_and_erased_then_and_the_rest_stays()
    {
        var now = app.Clock.GetUtcNow();
        var old = await app.CaptureAsync(ALead.Captured(at: now.AddDays(-366)) with { Status = LeadStatus.Closed });
        var sibling = await app.CaptureAsync(ALead.Captured(old.Contact, now.AddDays(-1)));
        var spam = await app.CaptureAsync(ALead.Captured(at: now.AddDays(-91)) with { Quarantined = true });
        var booked = await app.CaptureAsync(ALead.Captured(at: now.AddDays(-3000)) with { Status = LeadStatus.Booked });
        await app.Leads.SuppressAsync(spam.Contact, [new(SuppressionReason.Bounced, now)], default);

        var dry = await app.Get<RetentionHandler>().HandleAsync(isDryRun: true, default);
        Assert.Equal(4, app.Leads.Leads.Count);
        var done = await app.Get<RetentionHandler>().HandleAsync(isDryRun: false, default);

        Assert.Equal(dry.Erased, done.Erased);
        Assert.Equal([("closed", 1), ("quarantined", 1)], done.Erased.Select(status => (status.Key, status.Value)).Order());
        Assert.Equal(new[] { sibling.Id.Value, booked.Id.Value }.Order(), app.Leads.Leads.Select(lead => lead.Id.Value).Order());
        Assert.True(app.Leads.IsForgotten(spam.Contact));
        Assert.True((await app.Leads.FindContactAsync(spam.Contact, default))!.IsSuppressed);
        Assert.NotNull(await app.Leads.FindContactAsync(old.Contact, default));
    }

    [Fact]
    public async Task The_list_goes_out_as_hashes_and_comes_in_as_addresses()
    {
        await using var host = await HostedApp.StartAsync();
        host.Client.DefaultRequestHeaders.Add("x-functions-key", "local");
        var address = new Uri("/api/suppressions", UriKind.Relative);
        const string list = "email,reason,at\r\n\"robin@example.com\",bounced,2025-01-02T03:04:05Z\r\nno address,,\r\nsam@example.com,,\r\nalex@example.com,bored,\r\ntoo,few\r\n";

        foreach (var _ in new[] { 1, 2 })
        {
            var answer = await host.Client.PostAsync(address, new StringContent(list, Encoding.UTF8, "text/csv"));
            using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
            Assert.Equal(2, json.RootElement.GetProperty("applied").GetInt32());
            Assert.Equal([3, 5, 6], json.RootElement.GetProperty("badLines").EnumerateArray().Select(line => line.GetProperty("line").GetInt32()));
        }

        var csv = await host.Client.GetStringAsync(address);
        var robin = host.Get<LeadKeys>().Contact(ALead.Email("robin@example.com"), phone: null);
        Assert.Contains($"{robin},bounced,2025-01-02T03:04:05.0000000Z\r\n", csv, StringComparison.Ordinal);
        Assert.DoesNotContain("@", csv, StringComparison.Ordinal);
        Assert.Equal(3, csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        var again = await host.Client.PostAsync(address, new StringContent(csv, Encoding.UTF8, "text/csv"));
        using var same = JsonDocument.Parse(await again.Content.ReadAsStringAsync());
        Assert.Equal(2, same.RootElement.GetProperty("applied").GetInt32());
    }

    [Fact]
    public async Task A_dry_run_is_asked_for_over_http_with_a_key()
    {
        await using var host = await HostedApp.StartAsync();
        var address = new Uri("/api/ops/retention?dryRun=true", UriKind.Relative);
        Assert.Equal(System.Net.HttpStatusCode.Unauthorized, (await host.Client.PostAsync(address, content: null)).StatusCode);
        host.Client.DefaultRequestHeaders.Add("x-functions-key", "local");

        using var json = JsonDocument.Parse(await (await host.Client.PostAsync(address, content: null)).Content.ReadAsStringAsync());

        Assert.True(json.RootElement.GetProperty("dryRun").GetBoolean());
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
