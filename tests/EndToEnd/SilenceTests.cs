using System.Net;
using System.Text;
using Azure.Data.Tables;
using LeadFunctions.Leads;
using LeadFunctions.Local;
using LeadFunctions.Local.Commands;
using LeadFunctions.Storage;
using LeadFunctions.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LeadFunctions.Tests.EndToEnd;

/// <summary>
/// Nobody finds out who wrote to us: for somebody known, somebody not known and somebody who said stop, the answer is the same, and so is what
/// it takes to give it. Time itself is measured by <c>./bench</c>; here it is what takes time.
/// </summary>
[Collection(AzuriteCollection.Name)]
public sealed class SilenceTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private readonly RequestShapes shapes = new();
    private LocalHost host = null!;
    private HttpClient client = null!;

    public async Task InitializeAsync()
    {
        var name = Guid.CreateVersion7().ToString("n");
        var watched = new TableClientOptions { Transport = shapes };
        host = await LocalHost.StartAsync(
            new()
            {
                TimersRun = false,
                Settings = new Dictionary<string, string?> { ["Privacy:AsksPerHour"] = "1000", ["Capture:LeadsPerContact"] = "1000" },
                Prepare = Tables.MakeAsync,
                Logging = logging => logging.ClearProviders(),
                Replace = services => services
                    .AddKeyedSingleton(StorageFeature.Plain, new TableClient(azurite.ConnectionString, "leads" + name, watched))
                    .AddKeyedSingleton(StorageFeature.Events, new TableClient(azurite.ConnectionString, "events" + name, watched)),
            },
            CancellationToken.None);
        client = new() { BaseAddress = host.BaseAddress };
    }

    public async Task DisposeAsync()
    {
        client.Dispose();
        await host.Services.GetRequiredService<TableClient>().DeleteAsync();
        await host.Services.GetRequiredKeyedService<TableClient>(StorageFeature.Events).DeleteAsync();
        await host.DisposeAsync();
    }

    [Theory]
    [InlineData("/api/privacy", """{ "email": "NAME@example.com" }""", 1)]
    [InlineData("/api/appointments", """{ "name": "Robin Example", "email": "NAME@example.com", "concerns": ["depression"], "consent": { "articles": true } }""", 1)]
    [InlineData("/api/calls", """{ "name": "Robin Example", "email": "NAME@example.com", "phone": "650-555-0123" }""", 1)]
    public async Task Whoever_it_is_the_answer_and_what_it_takes_are_the_same(string route, string body, int requests)
    {
        await PostAsync("/api/appointments", """{ "name": "Robin Example", "email": "known@example.com", "consent": { "articles": true } }""");
        await PostAsync("/api/appointments", """{ "name": "Robin Example", "email": "leave@example.com", "consent": { "articles": true } }""");
        await PostAsync("/api/privacy", """{ "email": "asked@example.com" }""");
        await StopAsync("leave@example.com");
        await StopAsync("noone@example.com");
        shapes.Take();

        var seen = new Dictionary<string, (HttpStatusCode Status, int Length, string Asked)>();
        foreach (var name in new[] { "novel", "known", "leave", "noone", "asked", "known" })
        {
            var (status, answer) = await PostAsync(route, body.Replace("NAME", name, StringComparison.Ordinal));
            var asked = shapes.Take();
            Assert.Equal(requests, asked.Count);
            seen[name] = (status, answer.Length, string.Join('\n', asked));
        }

        Assert.Single(seen.Values.Distinct());
    }

    private async Task StopAsync(string address) => await host.Services.GetRequiredService<ILeadStore>().SuppressAsync(
        host.Services.GetRequiredService<LeadKeys>().Contact(ALead.Email(address), phone: null), [new(SuppressionReason.Unsubscribed, host.Clock.GetUtcNow())], default);

    private async Task<(HttpStatusCode Status, string Body)> PostAsync(string route, string json)
    {
        using var content = new StringContent(json, Encoding.UTF8, "application/json");
        using var answer = await client.PostAsync(new Uri(route, UriKind.Relative), content);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
