using System.Net;
using System.Text.Json;
using LeadFunctions.Leads;
using LeadFunctions.Tests.Support;

namespace LeadFunctions.Tests.LeadsApi;

/// <summary>One lead over HTTP: seen, changed, and by two at once.</summary>
public sealed class LeadApiTests : IAsyncLifetime
{
    private LeadsClient client = null!;

    public async Task InitializeAsync() => client = await LeadsClient.StartAsync();

    public async Task DisposeAsync() => await client.DisposeAsync();

    [Fact]
    public async Task A_lead_is_shown_with_its_timeline_and_its_mails_and_the_look_is_remembered()
    {
        var lead = await CaptureAsync(lead => lead with { Message = "In my own words", Source = new() { Campaign = "spring" }, PreferredTimes = [new("monday", PartOfDay.Morning)] });
        await client.DrainAsync();
        await client.PatchAsync(lead, """{ "status": "contacted", "note": "Spoke at length" }""");

        var answer = await client.GetAsync(LeadsClient.AddressOf(lead));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Matches("^\"[^\"]+\"$", answer.Tag);
        Assert.Equal(
            (lead.Id.ToReference("PAMB"), "appointment", "contacted", "Robin Example", "robin@example.com", "+16505550123", "In my own words"),
            (answer.Text("reference"), answer.Text("kind"), answer.Text("status"), answer.Text("name"), answer.Text("email"), answer.Text("phone"), answer.Text("message")));
        Assert.Equal("""[{"day":"monday","part":"morning"}]""", answer.Json.GetProperty("preferredTimes").GetRawText());
        Assert.Equal("""{"articles":true,"calls":false,"texts":false}""", answer.Json.GetProperty("consent").GetRawText());
        Assert.Equal("spring", answer.Json.GetProperty("source").GetProperty("campaign").GetString());
        Assert.Equal(["status-changed", "noted"], answer.Json.GetProperty("timeline").EnumerateArray().Select(entry => entry.GetProperty("kind").GetString()));
        Assert.Equal(["alert", "visitor"], answer.Json.GetProperty("sends").EnumerateArray().Select(send => send.GetProperty("track").GetString()).Order());
        Assert.All(answer.Json.GetProperty("sends").EnumerateArray(), send => Assert.Equal("accepted", send.GetProperty("result").GetString()));
        Assert.Equal(1, answer.Json.GetProperty("due")[0].GetProperty("step").GetInt32());
        Assert.False(answer.Json.GetProperty("contact").GetProperty("suppressed").GetBoolean());
        var look = client.App.Leads.TimelineOf(lead.Id)[^1];
        Assert.Equal((TimelineKind.Viewed, StaffActor.Machine), (look.Deed.Kind, look.By));
    }

    [Fact]
    public async Task Each_step_of_a_lead_is_answered_with_the_lead_as_it_is_then()
    {
        var lead = await CaptureAsync();

        var called = await client.PatchAsync(lead, """{ "call": "left-message", "assignee": "Frontdesk@Example.com" }""");
        Assert.Equal((HttpStatusCode.OK, "new", "frontdesk@example.com"), (called.Status, called.Text("status"), called.Text("assignee")));
        Assert.NotNull(called.Text("firstRespondedAt"));
        Assert.Equal("contacted", (await client.PatchAsync(lead, """{ "call": "reached" }""")).Text("status"));
        Assert.NotNull((await client.PatchAsync(lead, """{ "status": "booked", "assignee": null }""")).Text("bookedAt"));
        Assert.Equal("new", (await client.PatchAsync(lead, """{ "status": "new" }""")).Text("status"));
        var closed = await client.PatchAsync(lead, """{ "status": "closed", "closedReason": "moved away" }""", mediaType: "application/merge-patch+json");
        Assert.Equal(("closed", "moved away"), (closed.Text("status"), closed.Text("closedReason")));
        Assert.Equal(JsonValueKind.Null, closed.Json.GetProperty("assignee").ValueKind);
    }

    [Fact]
    public async Task Of_two_who_saw_the_same_the_second_is_told_and_sees_what_the_first_did()
    {
        var lead = await CaptureAsync();
        var seen = (await client.GetAsync(LeadsClient.AddressOf(lead))).Tag;

        var first = await client.PatchAsync(lead, """{ "assignee": "first@example.com" }""", seen);
        var second = await client.PatchAsync(lead, """{ "assignee": "second@example.com" }""", seen);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.PreconditionFailed), (first.Status, second.Status));
        Assert.Equal("application/problem+json", second.Type);
        Assert.Equal("first@example.com", second.Json.GetProperty("lead").GetProperty("assignee").GetString());
        Assert.Equal(first.Tag, second.Tag);
        var again = await client.PatchAsync(lead, """{ "assignee": "second@example.com" }""", $"\"other\", W/{second.Tag}");
        Assert.Equal((HttpStatusCode.OK, "second@example.com"), (again.Status, again.Text("assignee")));
        Assert.Equal(HttpStatusCode.OK, (await client.PatchAsync(lead, """{ "note": "x" }""", "*")).Status);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await client.PatchAsync(lead, """{ "note": "x" }""", "no tag")).Status);
    }

    [Fact]
    public async Task An_order_with_a_key_is_carried_out_once()
    {
        var lead = await CaptureAsync();
        var seen = (await client.GetAsync(LeadsClient.AddressOf(lead))).Tag;

        await client.PatchAsync(lead, """{ "note": "called back" }""", seen, "order-1");
        var again = await client.PatchAsync(lead, """{ "note": "called back" }""", seen, "order-1");

        Assert.Equal(HttpStatusCode.OK, again.Status);
        Assert.Single(client.App.Leads.TimelineOf(lead.Id), entry => entry.Deed.Kind == TimelineKind.Noted);
    }

    [Theory]
    [InlineData("""{ "status": "won" }""", "status", "One of new, contacted, booked, closed, spam.")]
    [InlineData("""{ "status": 1 }""", "status", "A text.")]
    [InlineData("""{ "status": "new", "status": "new" }""", "status", "Only once, please.")]
    [InlineData("""{ "call": "maybe" }""", "call", "One of reached, left-message, no-answer.")]
    [InlineData("""{ "release": "all" }""", "release", "One of quarantine, articles.")]
    [InlineData("""{ "followUp": "stop" }""", "followUp", "One of pause, resume.")]
    [InlineData("""{ "note": "  " }""", "note", "Between 1 and 2000 characters, and none that cannot be seen.")]
    [InlineData("""{ "note": "\u202e" }""", "note", "Between 1 and 2000 characters, and none that cannot be seen.")]
    [InlineData("""{ "note": "\ud800" }""", "note", "A text.")]
    [InlineData("""{ "closedReason": "two\nlines", "status": "closed" }""", "closedReason", "At most 200 characters in one line, and none that cannot be seen.")]
    [InlineData("""{ "closedReason": "moved away" }""", "closedReason", "Only together with the status closed.")]
    [InlineData("""{ "asignee": "x" }""", "asignee", "Not known here. Known are status, assignee, note, closedReason, call, release, followUp.")]
    [InlineData("{}", "body", "At least one of status, assignee, note, closedReason, call, release, followUp.")]
    [InlineData("[]", "body", "A JSON object in UTF-8, nested at most 8 deep.")]
    [InlineData("{", "body", "A JSON object in UTF-8, nested at most 8 deep.")]
    [InlineData("""{ "note": [[[[[[[[[[]]]]]]]]]] }""", "body", "A JSON object in UTF-8, nested at most 8 deep.")]
    public async Task What_cannot_be_done_is_refused_by_name(string json, string field, string expected)
    {
        var lead = await CaptureAsync();

        var answer = await client.PatchAsync(lead, json);

        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json", expected), (answer.Status, answer.Type, answer.Error(field)));
        Assert.Empty(client.App.Leads.TimelineOf(lead.Id));
    }

    [Fact]
    public async Task What_is_too_long_is_refused_by_name()
    {
        var lead = await CaptureAsync();

        Assert.NotEmpty((await client.PatchAsync(lead, $$"""{ "note": "{{new string('x', 2001)}}" }""")).Error("note"));
        Assert.NotEmpty((await client.PatchAsync(lead, $$"""{ "assignee": "{{new string('x', 255)}}" }""")).Error("assignee"));
        Assert.NotEmpty((await client.PatchAsync(lead, $$"""{ "status": "closed", "closedReason": "{{new string('x', 201)}}" }""")).Error("closedReason"));
        Assert.Equal(HttpStatusCode.OK, (await client.PatchAsync(lead, $$"""{ "note": "{{new string('x', 2000)}}" }""")).Status);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await client.PatchAsync(lead, $$"""{ "note": "{{new string('x', 16 * 1024)}}" }""")).Status);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await client.PatchAsync(lead, "note=x", mediaType: "application/x-www-form-urlencoded")).Status);
    }

    [Fact]
    public async Task A_status_out_of_reach_is_a_conflict_that_names_the_field()
    {
        var lead = await CaptureAsync();
        await client.PatchAsync(lead, """{ "status": "booked" }""");

        var answer = await client.PatchAsync(lead, """{ "status": "contacted" }""");

        Assert.Equal((HttpStatusCode.Conflict, "application/problem+json"), (answer.Status, answer.Type));
        Assert.Equal("There is no way from booked to this. Open it anew first, with new.", answer.Error("status"));
    }

    [Fact]
    public async Task An_unknown_reference_is_a_404_and_storage_that_is_away_a_503()
    {
        var stranger = ALead.Captured();
        foreach (var answer in new[]
        {
            await client.GetAsync(LeadsClient.AddressOf(stranger)),
            await client.GetAsync("/api/leads/robin@example.com"),
            await client.PatchAsync(stranger, """{ "note": "x" }"""),
        })
        {
            Assert.Equal((HttpStatusCode.NotFound, "application/problem+json"), (answer.Status, answer.Type));
        }

        client.App.Leads.IsAway = true;
        foreach (var answer in new[]
        {
            await client.GetAsync(LeadsClient.AddressOf(stranger)),
            await client.GetAsync("/api/leads"),
            await client.GetAsync("/api/leads", "text/csv"),
            await client.PatchAsync(stranger, """{ "note": "x" }"""),
        })
        {
            Assert.Equal((HttpStatusCode.ServiceUnavailable, "application/problem+json"), (answer.Status, answer.Type));
        }
    }

    [Theory]
    [InlineData("GET", "/api/leads")]
    [InlineData("GET", "/api/leads/PAMB-222222")]
    [InlineData("PATCH", "/api/leads/PAMB-222222")]
    public async Task Nothing_is_shown_without_a_key(string method, string address)
    {
        client.App.Client.DefaultRequestHeaders.Remove("x-functions-key");
        using var request = new HttpRequestMessage(new HttpMethod(method), address);

        using var response = await client.App.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Theory]
    [InlineData("""{ "status": "new" }""")]
    [InlineData("""{ "release": "quarantine" }""")]
    public async Task A_lead_let_out_of_quarantine_is_alerted_and_confirmed_and_before_that_nothing_is_mailed(string json)
    {
        var lead = await CaptureAsync(lead => lead with { Quarantined = true, Suspicion = new(10, ["trap"], IsSpam: true) });
        await client.DrainAsync();
        Assert.Empty(client.App.Provider.Posted);

        var answer = await client.PatchAsync(lead, json);
        await client.DrainAsync();

        Assert.Equal((HttpStatusCode.OK, false), (answer.Status, answer.Json.GetProperty("quarantined").GetBoolean()));
        Assert.Equal(
            [new SendKey(lead.Id, Track.Alert, 0), new SendKey(lead.Id, Track.Visitor, 0)],
            client.App.Provider.Accepted.Select(ScriptedProvider.KeyOf).OrderBy(key => key.Track));
    }

    [Fact]
    public async Task Of_spam_nothing_more_is_mailed_until_somebody_says_that_it_is_none()
    {
        var lead = await CaptureAsync();
        await client.PatchAsync(lead, """{ "status": "spam" }""");

        await client.DrainAsync();

        Assert.Empty(client.App.Provider.AcceptedTo(Track.Visitor));
    }

    [Fact]
    public async Task Articles_held_for_danger_go_out_once_staff_say_so()
    {
        var lead = await CaptureAsync(lead => lead with { IsUrgent = true });
        await DrainForDaysAsync(3);
        Assert.Equal([0], client.App.Provider.AcceptedTo(Track.Visitor).Select(key => key.Step));

        await client.PatchAsync(lead, """{ "release": "articles" }""");
        await client.DrainAsync();

        Assert.Equal([0, 1], client.App.Provider.AcceptedTo(Track.Visitor).Select(key => key.Step));
    }

    [Fact]
    public async Task A_paused_follow_up_goes_on_where_it_was()
    {
        var lead = await CaptureAsync();
        await client.PatchAsync(lead, """{ "followUp": "pause" }""");
        await DrainForDaysAsync(3);
        Assert.Equal([0], client.App.Provider.AcceptedTo(Track.Visitor).Select(key => key.Step));
        var due = (await client.GetAsync(LeadsClient.AddressOf(lead))).Json.GetProperty("due").EnumerateArray();
        Assert.True(due.Single(work => work.GetProperty("track").GetString() == "visitor").GetProperty("held").GetBoolean());

        await client.PatchAsync(lead, """{ "followUp": "resume" }""");
        await client.DrainAsync();

        Assert.Equal([0, 1], client.App.Provider.AcceptedTo(Track.Visitor).Select(key => key.Step));
    }

    [Fact]
    public async Task What_is_booked_is_not_written_to_any_more()
    {
        var lead = await CaptureAsync();
        await client.DrainAsync();
        await client.PatchAsync(lead, """{ "status": "booked" }""");

        await DrainForDaysAsync(4);

        Assert.Equal([0], client.App.Provider.AcceptedTo(Track.Visitor).Select(key => key.Step));
        Assert.Empty(client.App.Leads.Due);
    }

    private Task<Lead> CaptureAsync(Func<Lead, Lead>? with = null)
    {
        var lead = ALead.Captured(at: client.App.Clock.GetUtcNow());
        return client.CaptureAsync(with is null ? lead : with(lead));
    }

    private async Task DrainForDaysAsync(int days)
    {
        for (var day = 0; day < days; day++)
        {
            await client.DrainAsync();
            await client.App.AdvanceAsync(TimeSpan.FromDays(1));
        }

        await client.DrainAsync();
    }
}
