using System.Net;
using System.Net.Http.Json;
using LeadFunctions.Capture;
using LeadFunctions.Digest;
using LeadFunctions.FollowUp;
using LeadFunctions.Leads;
using LeadFunctions.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace LeadFunctions.Tests.Capture;

/// <summary>Machines and people at the door, over real HTTP: everybody hears the same, and only people cause mail.</summary>
public sealed class SpamTests : IAsyncLifetime
{
    private const string Appointments = "/api/appointments";

    private static readonly string[] Names =
    [
        "Robin Example", "María José Núñez", "Владимир Иванов", "王小明", "محمد علي", "김민준", "Νίκος Παππάς", "Zoë Ó'Example", "O", "van der Berg, Anneke",
    ];

    private HostedApp app = null!;
    private Visitor visitor = null!;

    public async Task InitializeAsync()
    {
        // Nothing here depends on how busy this machine is: what is to be quick is quick within half a minute, and people take longer.
        app = await HostedApp.StartAsync(
            services => services.AddSingleton(provider => provider.GetRequiredService<LeadFunctions.Clinic.Content>().Part<SpamRules>() with { Quickest = TimeSpan.FromSeconds(30) }),
            ("Capture:PostsPerMinute", "100000"), ("Capture:LeadsPerHour", "100000"), ("Capture:LeadsPerContact", "10"));
        visitor = new(app);
    }

    public Task DisposeAsync() => app.DisposeAsync().AsTask();

    [Fact]
    public async Task A_thousand_posts_of_machines_are_taken_and_held_and_nobody_is_mailed()
    {
        for (var index = 0; index < 200; index++)
        {
            var bot = Corpus.Bots[index % Corpus.Bots.Count];
            var email = $"bot{index}@example.com";
            await TakenAsync(visitor.PostAsync(Appointments, [new("name", "Qxv Zzw"), new("email", email), new("message", bot)]));
            await TakenAsync(PostJsonAsync(new() { ["name"] = "John Smith", ["email"] = email, ["message"] = bot }));
            await TakenAsync(visitor.PostAsync(
                "/api/calls", [new("name", "A B"), new("phone", "650-555-0123"), new("message", "Hello there"), new("otherDetails", "filled")]));
            await TakenAsync(visitor.PostAsync(
                Appointments, await visitor.FillEverythingAsync("/appointment", "Jane Doe", email, "I would like an appointment.")));
            var quick = Visitor.Fill(await visitor.OpenAsync("/appointment"), ("name", "Jane Doe"), ("email", $"quick{index}@example.com"));
            await TakenAsync(visitor.PostAsync(Appointments, quick));
        }

        await app.Get<DrainHandler>().HandleAsync(default);

        Assert.Equal(1000, app.Leads.Leads.Count);
        Assert.DoesNotContain(app.Leads.Leads, lead => !lead.Quarantined);
        Assert.All(app.Leads.Leads, lead => Assert.True(lead.Suspicion.IsSpam && lead.Suspicion.Score >= 10 && lead.Suspicion.Reasons.Count > 0));
        Assert.Empty(app.Provider.Posted);
        await app.AdvanceAsync(TimeSpan.FromDays(2));
        await app.Get<DigestHandler>().HandleAsync(default);
        Assert.Contains("1000 requests held back", Assert.Single(app.Provider.Posted).Text.Replace(",", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hundred_people_who_take_their_time_are_all_written_to()
    {
        var forms = new List<(string Route, List<KeyValuePair<string, string>> Fields)>();
        for (var index = 0; index < 100; index++)
        {
            var isCall = index % 4 == 0;
            forms.Add((
                isCall ? "/api/calls" : Appointments,
                Visitor.Fill(
                    await visitor.OpenAsync(isCall ? "/call" : "/appointment"),
                    ("name", Names[index % Names.Length]),
                    ("email", $"person{index}@example.com"),
                    ("phone", "650-555-0123"),
                    ("message", Corpus.People[index % Corpus.People.Count]))));
        }

        await app.AdvanceAsync(TimeSpan.FromSeconds(40));
        foreach (var (route, fields) in forms)
        {
            await TakenAsync(visitor.PostAsync(route, fields));
        }

        await app.Get<DrainHandler>().HandleAsync(default);
        Assert.DoesNotContain(app.Leads.Leads, lead => lead.Quarantined);
        Assert.Equal(100, app.Provider.AcceptedTo(Track.Visitor).Count);
        Assert.Equal(100, app.Provider.AcceptedTo(Track.Alert).Count);
    }

    [Fact]
    public async Task What_a_system_posts_without_a_form_is_not_held_also_when_it_is_much_from_one_place()
    {
        for (var index = 0; index < 300; index++)
        {
            await TakenAsync(PostJsonAsync(new()
            {
                ["name"] = Names[index % Names.Length],
                ["email"] = $"person{index}@example.com",
                ["message"] = index < 100 ? Corpus.People[index % Corpus.People.Count] : "I have had chronic pain for years and would like an appointment.",
            }));
        }

        Assert.DoesNotContain(app.Leads.Leads, lead => lead.Quarantined);
    }

    [Fact]
    public async Task A_form_that_comes_back_with_a_fault_may_be_sent_again_at_once()
    {
        var form = await visitor.OpenAsync("/appointment");
        await app.AdvanceAsync(TimeSpan.FromSeconds(40));
        app.Client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        using var content = new FormUrlEncodedContent(Visitor.Fill(form, ("name", "Robin Example"), ("email", "robin@")));
        using var refused = await app.Client.PostAsync(Appointments, content);
        var again = Pages.PageBench.Sent(Pages.PageBench.Parse(await refused.Content.ReadAsStringAsync())).Select(field => KeyValuePair.Create(field.Name, field.Value));

        var status = await visitor.PostAsync(Appointments, Visitor.Fill([.. again], ("email", "robin@example.com")));

        Assert.Equal(HttpStatusCode.SeeOther, status);
        Assert.Equal(0, Assert.Single(app.Leads.Leads).Suspicion.Score);
    }

    [Fact]
    public async Task A_tab_that_was_open_since_yesterday_is_a_persons_and_one_of_last_month_is_doubted_and_taken()
    {
        var form = Visitor.Fill(await visitor.OpenAsync("/appointment"), ("name", "Robin Example"), ("email", "robin@example.com"));
        await app.AdvanceAsync(TimeSpan.FromDays(1));
        await TakenAsync(visitor.PostAsync(Appointments, form));
        await app.AdvanceAsync(TimeSpan.FromDays(30));

        await TakenAsync(visitor.PostAsync(Appointments, form.Where(field => field.Key != "submissionId")));

        Assert.Equal(["", "old-form"], app.Leads.Leads.OrderBy(lead => lead.CapturedAt).Select(lead => string.Join(' ', lead.Suspicion.Reasons)));
        Assert.DoesNotContain(app.Leads.Leads, lead => lead.Quarantined);
    }

    [Fact]
    public async Task A_browser_that_is_quick_is_doubted_and_not_held()
    {
        var form = Visitor.Fill(await visitor.OpenAsync("/appointment"), ("name", "Robin Example"), ("email", "robin@example.com"));
        app.Client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");

        await TakenAsync(visitor.PostAsync(Appointments, form));

        Assert.Equal((false, "quick-browser"), (Assert.Single(app.Leads.Leads).Quarantined, Assert.Single(app.Leads.Leads.Single().Suspicion.Reasons)));
    }

    [Fact]
    public async Task One_opened_form_that_is_sent_for_many_people_is_a_machines()
    {
        var form = await visitor.OpenAsync("/appointment");
        await app.AdvanceAsync(TimeSpan.FromMinutes(1));

        for (var index = 0; index < 20; index++)
        {
            await TakenAsync(visitor.PostAsync(
                Appointments,
                Visitor.Fill(form, ("name", "Robin Example"), ("email", $"robin{index}@example.com")).Where(field => field.Key != "submissionId")));
        }

        Assert.Equal(16, app.Leads.Leads.Count(lead => lead.Quarantined && lead.Suspicion.Reasons.Contains("shared-form")));
    }

    [Theory]
    [InlineData("formToken", "token")]
    [InlineData("formToken", "")]
    [InlineData("botCheck", "whatever")]
    public async Task What_a_form_carries_unseen_is_never_an_error(string field, string value)
    {
        await TakenAsync(visitor.PostAsync(Appointments, [new("name", "Robin"), new("email", "robin@example.com"), new(field, value), new(field, value)]));

        Assert.False(Assert.Single(app.Leads.Leads).Quarantined);
    }

    [Fact]
    public async Task The_trap_is_never_an_error_and_blanks_in_it_are_nothing()
    {
        await TakenAsync(visitor.PostAsync(Appointments, [new("name", "Robin"), new("email", "robin@example.com"), new("otherDetails", " "), new("otherDetails", "")]));
        await TakenAsync(visitor.PostAsync(Appointments, [new("name", "Robin"), new("email", "robin@example.com"), new("otherDetails", ""), new("otherDetails", "x")]));

        Assert.Equal([false, true], app.Leads.Leads.OrderBy(lead => lead.CapturedAt).Select(lead => lead.Quarantined));
    }

    [Fact]
    public async Task The_clinics_own_systems_are_not_doubted()
    {
        using var response = await app.Client.PostAsJsonAsync("/api/leads?code=local", new Dictionary<string, string>
        {
            ["kind"] = "appointment",
            ["name"] = "http://spam.example",
            ["email"] = "robin@example.com",
            ["message"] = Corpus.Bots[0],
            ["otherDetails"] = "x",
        });

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        Assert.Equal((false, 0), (Assert.Single(app.Leads.Leads).Quarantined, app.Leads.Leads.Single().Suspicion.Score));
    }

    [Fact]
    public async Task Two_hundred_posts_of_one_address_bring_it_one_confirmation()
    {
        var kinds = Enumerable.Range(0, 200).Select(index => index % 2 == 0 ? Appointments : "/api/calls");
        await Parallel.ForEachAsync(kinds, async (route, _) => await TakenAsync(visitor.PostAsync(
            route, [new("name", "Robin Example"), new("email", Random.Shared.Next(2) == 0 ? "victim@example.com" : "Victim@EXAMPLE.com"), new("phone", "650-555-0123")])));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => app.Get<DrainHandler>().HandleAsync(default)));

        foreach (var held in app.Leads.Leads.Where(lead => lead.Quarantined).Take(20).ToList())
        {
            await app.Leads.ReleaseAsync(held.Handle, app.Get<TimeProvider>().GetUtcNow(), default);
        }

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => app.Get<DrainHandler>().HandleAsync(default)));
        Assert.Equal(200, app.Leads.Leads.Count);
        Assert.Equal(10, app.Leads.Leads.Count(lead => !lead.Quarantined && lead.ReleasedAt is null));
        Assert.Single(app.Provider.Posted, mail => ScriptedProvider.KeyOf(mail).Track == Track.Visitor);
        Assert.Equal(30, app.Provider.AcceptedTo(Track.Alert).Count);

        await app.AdvanceAsync(TimeSpan.FromHours(25));
        await TakenAsync(visitor.PostAsync(Appointments, [new("name", "Robin Example"), new("email", "victim@example.com")]));
        await app.Leads.ReleaseAsync(app.Leads.Leads.MaxBy(lead => lead.CapturedAt)!.Handle, app.Get<TimeProvider>().GetUtcNow(), default);
        await app.Get<DrainHandler>().HandleAsync(default);
        Assert.Equal(2, app.Provider.AcceptedTo(Track.Visitor).Count);
    }

    [Fact]
    public async Task A_released_lead_is_confirmed_and_told_of()
    {
        await TakenAsync(visitor.PostAsync(Appointments, [new("name", "Robin"), new("email", "robin@example.com"), new("otherDetails", "x")]));
        var held = Assert.Single(app.Leads.Leads);

        await app.Leads.ReleaseAsync(held.Handle, app.Get<TimeProvider>().GetUtcNow(), default);
        await app.Get<DrainHandler>().HandleAsync(default);

        Assert.Equal([new(held.Id, Track.Alert, 0), new(held.Id, Track.Visitor, 0)], app.Provider.Accepted.Select(ScriptedProvider.KeyOf).OrderBy(key => key.Track));
    }

    private static async Task TakenAsync(Task<HttpStatusCode> post) => Assert.Equal(HttpStatusCode.Created, await post);

    private async Task<HttpStatusCode> PostJsonAsync(Dictionary<string, string> fields)
    {
        using var response = await app.Client.PostAsJsonAsync(Appointments, fields);
        return response.StatusCode;
    }
}
