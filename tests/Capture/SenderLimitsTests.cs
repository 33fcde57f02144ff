using System.Net;
using System.Net.Http.Json;
using LeadFunctions.Tests.Support;

namespace LeadFunctions.Tests.Capture;

public sealed class SenderLimitsTests
{
    private static readonly Dictionary<string, string> Good = new() { ["name"] = "Robin Example", ["email"] = "robin@example.com" };

    [Fact]
    public async Task A_flood_from_one_address_is_told_to_come_back()
    {
        await using var app = await HostedApp.StartAsync(("Capture:PostsPerMinute", "3"));

        var responses = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => app.Client.PostAsJsonAsync("/api/appointments", Good)));

        Assert.Equal(3, responses.Count(response => response.StatusCode == HttpStatusCode.Created));
        var refused = responses.Where(response => response.StatusCode == HttpStatusCode.TooManyRequests).ToList();
        Assert.Equal(3, refused.Count);
        Assert.All(refused, response => Assert.InRange(response.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60));
        Assert.Equal(3, app.Leads.Leads.Count);
    }

    [Fact]
    public async Task A_page_that_is_told_to_come_back_keeps_what_was_typed()
    {
        await using var app = await HostedApp.StartAsync(("Capture:PostsPerMinute", "1"));
        await app.Client.PostAsJsonAsync("/api/appointments", Good);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/appointments")
        {
            Content = new FormUrlEncodedContent(Good),
            Headers = { { "Accept", "text/html" } },
        };

        using var response = await app.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.TooManyRequests, response.StatusCode);
        Assert.Contains("Robin Example", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_leads_an_hour_than_a_person_would_send_are_stored_in_quarantine()
    {
        await using var app = await HostedApp.StartAsync(("Capture:LeadsPerHour", "2"));

        for (var times = 0; times < 5; times++)
        {
            using var response = await app.Client.PostAsJsonAsync("/api/appointments", Good);
            Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        }

        Assert.Equal((2, 3), (app.Leads.Leads.Count(lead => !lead.Quarantined), app.Leads.Leads.Count(lead => lead.Quarantined)));
    }

    [Fact]
    public async Task The_clinics_own_systems_may_send_as_much_as_they_have()
    {
        await using var app = await HostedApp.StartAsync(("Capture:PostsPerMinute", "1"), ("Capture:LeadsPerHour", "1"));

        for (var times = 0; times < 5; times++)
        {
            using var response = await app.Client.PostAsJsonAsync("/api/leads?code=local", new Dictionary<string, string>(Good) { ["kind"] = "appointment" });
            Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        }

        Assert.DoesNotContain(app.Leads.Leads, lead => lead.Quarantined);
    }

    [Fact]
    public async Task More_leads_an_hour_for_one_person_than_they_would_send_are_stored_in_quarantine_wherever_they_come_from()
    {
        await using var app = await HostedApp.StartAsync(("Capture:LeadsPerContact", "2"), ("Capture:TrustedProxies", "1"));

        for (var times = 0; times < 5; times++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/appointments")
            {
                Content = JsonContent.Create(Good),
                Headers = { { "X-Forwarded-For", $"198.51.100.{times}" } },
            };
            using var response = await app.Client.SendAsync(request);
            Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        }

        Assert.Equal((2, 3), (app.Leads.Leads.Count(lead => !lead.Quarantined), app.Leads.Leads.Count(lead => lead.Suspicion.Reasons.Contains("contact-rate"))));
    }

    [Theory]
    [InlineData("2001:db8:0:1::1", "2001:db8:0:1:ffff::2", true)]
    [InlineData("[2001:db8:0:1::1]:49152", "2001:db8:0:1:ffff::2", true)]
    [InlineData("2001:db8:0:1::1", "2001:db8:0:2::1", false)]
    [InlineData("::ffff:198.51.100.7", "198.51.100.7", true)]
    [InlineData("198.51.100.7", "198.51.100.8", false)]
    public async Task A_household_is_one_sender(string first, string second, bool isSame)
    {
        await using var app = await HostedApp.StartAsync(("Capture:PostsPerMinute", "1"), ("Capture:TrustedProxies", "1"));

        var statuses = new List<HttpStatusCode>();
        foreach (var header in new[] { first, second })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/appointments") { Content = JsonContent.Create(Good), Headers = { { "X-Forwarded-For", header } } };
            using var response = await app.Client.SendAsync(request);
            statuses.Add(response.StatusCode);
        }

        Assert.Equal([HttpStatusCode.Created, isSame ? HttpStatusCode.TooManyRequests : HttpStatusCode.Created], statuses);
    }

    [Fact]
    public async Task A_forged_hop_to_the_left_does_not_make_another_sender()
    {
        await using var app = await HostedApp.StartAsync(("Capture:PostsPerMinute", "1"), ("Capture:TrustedProxies", "1"));

        var statuses = new List<HttpStatusCode>();
        foreach (var header in new[] { "203.0.113.1, 198.51.100.7", "203.0.113.2, 198.51.100.7:4711", "203.0.113.2, 198.51.100.8" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/appointments") { Content = JsonContent.Create(Good), Headers = { { "X-Forwarded-For", header } } };
            using var response = await app.Client.SendAsync(request);
            statuses.Add(response.StatusCode);
        }

        Assert.Equal([HttpStatusCode.Created, HttpStatusCode.TooManyRequests, HttpStatusCode.Created], statuses);
    }
}
