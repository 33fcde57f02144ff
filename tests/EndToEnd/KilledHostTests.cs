using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using LeadFunctions.Tests.Support;

namespace LeadFunctions.Tests.EndToEnd;

/// <summary>A host that is killed without a goodbye has lost nothing that it acknowledged.</summary>
public sealed class KilledHostTests
{
    private const int People = 5;

    [Fact]
    public async Task Leads_that_were_acknowledged_before_a_kill_get_their_mails_after_a_restart()
    {
        using var data = new TemporaryDirectory();
        using (var first = await HostProcess.StartAsync(data.Path))
        {
            for (var person = 0; person < People; person++)
            {
                var form = new { name = "Canary Example", email = $"person{person}@example.com", concerns = new[] { "depression" }, message = "canary" };
                using var response = await first.Client.PostAsJsonAsync("/api/appointments", form);
                Assert.Equal(HttpStatusCode.Created, response.StatusCode);
            }

            await first.KillAsync();
            AssertDiscreet(first.Output);
        }

        using var second = await HostProcess.StartAsync(data.Path);
        using var drained = await second.Client.PostAsync("/admin/functions/Drain?wait=true", content: null);
        var mails = (await second.Client.GetFromJsonAsync<JsonElement>("/local/mail.json")).EnumerateArray().Select(mail => mail.GetProperty("to")[0].GetString()).ToList();

        Assert.Equal(HttpStatusCode.OK, drained.StatusCode);
        Assert.Equal(People, mails.Count(to => to == "frontdesk@example.com"));
        Assert.All(Enumerable.Range(0, People), person => Assert.Single(mails, to => to == $"person{person}@example.com"));
        AssertDiscreet(second.Output);
        await second.StopAsync();
    }

    private static void AssertDiscreet(string output) => Assert.DoesNotMatch("(?i)canary|person[0-9]@|depression", output);
}
