using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using LeadFunctions.Leads;
using LeadFunctions.Tests.Pages;
using LeadFunctions.Tests.Support;

namespace LeadFunctions.Tests.Capture;

/// <summary>What somebody sees who has written of danger. Over real HTTP.</summary>
public sealed class CrisisAnswerTests : IAsyncLifetime
{
    private const string Appointments = "/api/appointments";
    private const string Danger = "I want to die.";

    private HostedApp app = null!;

    public async Task InitializeAsync() => app = await HostedApp.StartAsync();

    public Task DisposeAsync() => app.DisposeAsync().AsTask();

    [Fact]
    public async Task Whoever_writes_of_danger_is_told_whom_to_call_text_and_chat_with()
    {
        var crisis = (await PostAsync(Danger)).GetProperty("crisis");

        Assert.Contains("Please reach one of these now.", crisis.GetProperty("message").GetString(), StringComparison.Ordinal);
        var lifeline = crisis.GetProperty("lines")[0];
        Assert.Equal(("988", "988", "https://chat.988lifeline.org/"), (Text(lifeline, "call"), Text(lifeline, "text"), Text(lifeline, "url")));
        Assert.Equal("911", Text(crisis.GetProperty("lines")[1], "call"));
        Assert.Equal(JsonValueKind.Null, crisis.GetProperty("lines")[1].GetProperty("text").ValueKind);
        Assert.True(Assert.Single(app.Leads.Leads).IsUrgent);
    }

    [Fact]
    public async Task In_spanish_they_are_told_how_to_be_answered_in_spanish()
    {
        var crisis = (await PostAsync("Me quiero morir.", "?lang=es")).GetProperty("crisis");

        Assert.Contains("Por favor", crisis.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Contains("oprima el 2", Text(crisis.GetProperty("lines")[0], "note"), StringComparison.Ordinal);
        Assert.Contains("AYUDA", Text(crisis.GetProperty("lines")[0], "note"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_else_is()
    {
        var answer = await PostAsync("This pain is killing me.");

        Assert.Equal(JsonValueKind.Null, answer.GetProperty("crisis").ValueKind);
        Assert.False(Assert.Single(app.Leads.Leads).IsUrgent);
    }

    [Fact]
    public async Task The_same_submission_again_is_told_the_same()
    {
        var first = await PostAsync(Danger, id: "0d1f7a3e-5c1b-4f0e-9a66-2f6c1f7f0a11");

        var again = await PostAsync(Danger, id: "0d1f7a3e-5c1b-4f0e-9a66-2f6c1f7f0a11");

        Assert.Equal(first.ToString(), again.ToString());
    }

    [Fact]
    public async Task Only_the_message_is_looked_at()
    {
        using var response = await app.Client.PostAsJsonAsync(Appointments, new
        {
            name = "Kill Myself",
            email = "iwanttodie@example.com",
            source = new { page = "https://mindbody.example.com/suicidal", term = "i want to kill myself" },
        });

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        Assert.False(Assert.Single(app.Leads.Leads).IsUrgent);
    }

    [Fact]
    public async Task In_a_browser_help_comes_before_the_thanks()
    {
        var page = PageBench.Parse(await app.Client.GetStringAsync(await SendAsync(Danger)));

        var help = page.QuerySelector("main")!.FirstElementChild!;
        Assert.Equal(
            ["tel:988", "sms:988", "https://chat.988lifeline.org/", "tel:911"],
            help.QuerySelectorAll("a").Select(link => link.GetAttribute("href")));
        Assert.Single(page.QuerySelectorAll(".crisis"));
        Assert.NotNull(page.QuerySelector("h1"));
    }

    [Fact]
    public async Task In_spanish_a_text_message_begins_with_the_word_that_asks_for_it()
    {
        var page = PageBench.Parse(await app.Client.GetStringAsync(await SendAsync("Me quiero morir.") + "?lang=es"));

        Assert.NotNull(page.QuerySelector("main > .help a[href='sms:988?body=AYUDA']"));
        Assert.Contains("No tiene que esperar", page.QuerySelector("main > .help h2")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_address_of_the_page_does_not_tell_who_was_in_danger()
    {
        var urgent = await SendAsync(Danger);
        var ordinary = await SendAsync("I would like to know more.");

        Assert.Equal(urgent.Length, ordinary.Length);
        var help = PageBench.Parse(await app.Client.GetStringAsync(ordinary)).QuerySelector("main > .help");
        Assert.Null(help);
    }

    [Fact]
    public void The_byte_that_tells_it_differs_from_lead_to_lead()
    {
        var links = app.Get<LeadLinks>();

        var bytes = Enumerable.Range(0, 64).Select(number => links.Thanks(new((uint)number), LeadKind.Call, isUrgent: true, [])).Select(path =>
            System.Buffers.Text.Base64Url.DecodeFromChars(path.AsSpan("/thanks/".Length))[6 + 4]);

        Assert.True(bytes.Distinct().Count() > 32);
    }

    private static string Text(JsonElement line, string name) => line.GetProperty(name).GetString()!;

    private async Task<JsonElement> PostAsync(string message, string query = "", string? id = null)
    {
        using var response = await app.Client.PostAsJsonAsync(Appointments + query, new { name = "Robin Example", email = "robin@example.com", message, submissionId = id });
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
    }

    /// <returns>The address that a browser is sent to.</returns>
    private async Task<string> SendAsync(string message)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Appointments)
        {
            Content = new FormUrlEncodedContent([new("name", "Robin Example"), new("email", "robin@example.com"), new("message", message)]),
        };
        request.Headers.Accept.ParseAdd("text/html");
        using var response = await app.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        return response.Headers.Location!.OriginalString;
    }
}
