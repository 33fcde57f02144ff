using System.Net.Http.Json;
using LeadFunctions.FollowUp;
using LeadFunctions.Tests.Support;

namespace LeadFunctions.Tests.Telemetry;

/// <summary>What a collector gets over OTLP: the bytes that left, read by themselves.</summary>
public sealed class OtlpTests : IAsyncLifetime
{
    private OtlpCollector collector = null!;

    public async Task InitializeAsync() => collector = await OtlpCollector.StartAsync();

    public Task DisposeAsync() => collector.DisposeAsync().AsTask();

    [Fact]
    public async Task A_collector_finds_the_form_of_each_mail_and_nobody_in_either()
    {
        string lead;
        await using (var app = await HostedApp.StartAsync(
            ("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Address),
            ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf")))
        {
            var captured = await app.Client.PostAsJsonAsync(
                new Uri("/api/appointments", UriKind.Relative),
                new { name = "Robin Example", email = "robin@example.com", concerns = new[] { "depression" }, consent = new { articles = true } });
            Assert.True(captured.IsSuccessStatusCode);
            await app.Get<DrainHandler>().HandleAsync(default);
            lead = Assert.Single(app.Leads.Leads).Id.ToString();
        }

        var capture = collector.Spans.First(span => span.Name == "capture" && span.Tags.GetValueOrDefault("lead") == lead);
        var function = collector.Spans.First(span => span.SpanId == capture.ParentId);
        var mails = collector.Spans.Where(span => span.Name == "mail.send" && span.Tags["mail"].StartsWith(lead, StringComparison.Ordinal)).DistinctBy(span => span.SpanId).ToList();
        Assert.Equal(("CaptureAppointment", capture.TraceId), (function.Name, function.TraceId));
        Assert.Equal([$"{lead}~alert.0", $"{lead}~visitor.0"], mails.Select(mail => mail.Tags["mail"]).Order(StringComparer.Ordinal));
        Assert.All(mails, mail => Assert.Equal((capture.TraceId, capture.SpanId), Assert.Single(mail.Links)));
        Assert.All(mails, mail => Assert.Equal("Accepted", mail.Tags["outcome"]));
        Assert.DoesNotContain(collector.Spans.SelectMany(span => span.Tags.Values), value => value.Contains("robin", StringComparison.OrdinalIgnoreCase) || value.Contains("depression", StringComparison.OrdinalIgnoreCase));
        Assert.Superset(new HashSet<string> { "/v1/metrics", "/v1/traces" }, collector.Paths.ToHashSet());
    }
}
