using System.Net;
using System.Text;
using System.Text.Json;
using LeadFunctions.FollowUp;
using LeadFunctions.Leads;
using LeadFunctions.Tests.Support;

namespace LeadFunctions.Tests.LeadsApi;

/// <summary>The app as a system of the clinic's own talks to it: over HTTP, with the function key.</summary>
internal sealed class LeadsClient : IAsyncDisposable
{
    private LeadsClient(HostedApp app)
    {
        App = app;
        app.Client.DefaultRequestHeaders.Add("x-functions-key", "local");
    }

    public HostedApp App { get; }

    public static async Task<LeadsClient> StartAsync() => new(await HostedApp.StartAsync());

    public async Task<Lead> CaptureAsync(Lead lead)
    {
        await App.Leads.CaptureAsync(ALead.New(lead), default);
        return lead;
    }

    public Task<int> DrainAsync() => App.Get<DrainHandler>().HandleAsync(default);

    public static string AddressOf(Lead lead) => $"/api/leads/{lead.Id.ToReference("PAMB")}";

    public async Task<Answer> GetAsync(string address, string? accept = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("Accept", accept ?? "application/json");
        return await SendAsync(request);
    }

    public async Task<Answer> PatchAsync(Lead lead, string json, string? ifMatch = null, string? orderId = null, string mediaType = "application/json")
    {
        using var request = new HttpRequestMessage(HttpMethod.Patch, AddressOf(lead)) { Content = new StringContent(json, Encoding.UTF8, mediaType) };
        foreach (var (name, value) in new[] { ("If-Match", ifMatch), ("Idempotency-Key", orderId) })
        {
            if (value is not null)
            {
                request.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return await SendAsync(request);
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();

    private async Task<Answer> SendAsync(HttpRequestMessage request)
    {
        using var response = await App.Client.SendAsync(request);
        var bytes = await response.Content.ReadAsByteArrayAsync();
        var type = response.Content.Headers.ContentType?.MediaType ?? "";
        return new(
            response.StatusCode,
            type,
            response.Headers.ETag?.ToString(),
            response.Headers.TryGetValues("Link", out var links) ? links.Single() : null,
            bytes,
            type is "application/json" or "application/problem+json" ? JsonDocument.Parse(bytes).RootElement : default);
    }

    internal sealed record Answer(HttpStatusCode Status, string Type, string? Tag, string? Link, byte[] Bytes, JsonElement Json)
    {
        public string Text(string name) => Json.GetProperty(name).GetString()!;

        public string Error(string field) => Json.GetProperty("errors").GetProperty(field)[0].GetString()!;

        public IEnumerable<string> References => Json.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("reference").GetString()!);
    }
}
