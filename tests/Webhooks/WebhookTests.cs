using System.Text;
using LeadFunctions.Leads;
using LeadFunctions.Tests.Support;

namespace LeadFunctions.Tests.Webhooks;

/// <summary>What the clinic's own systems are told, as they get it over HTTP.</summary>
[Collection(AzuriteCollection.Name)]
public sealed class WebhookTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private const string NewSecret = "whsec_bmV3ZXIgc2VjcmV0IG9mIDMyIGJ5dGVzIGZvciB5b3Uh";

    private Receiver receiver = null!;

    public async Task InitializeAsync() => receiver = await Receiver.StartAsync();

    public async Task DisposeAsync() => await receiver.DisposeAsync();

    [Fact]
    public async Task A_captured_lead_is_told_once_and_signed_however_often_the_timer_comes_by()
    {
        await using var stage = await WebhookStage.StartAsync(azurite, receiver);
        var lead = await stage.CaptureAsync();

        await stage.TickAsync();
        await stage.TickAfterAsync(TimeSpan.FromMinutes(1));
        await stage.Another().RunAsync();

        var post = Assert.Single(receiver.All);
        Assert.Equal(1, Verifier.Verify(post, WebhookStage.Secret, ALead.Noon));
        Assert.Equal(0, Verifier.Verify(post with { Body = [.. post.Body, (byte)' '] }, WebhookStage.Secret, ALead.Noon));
        Assert.Equal(0, Verifier.Verify(post, NewSecret, ALead.Noon));
        Assert.Equal("application/json", post.Headers["content-type"]);
        Assert.Matches("^msg_[0-9a-f]{32}$", post.Id);
        Assert.Equal(
            $$$"""{"type":"lead.captured","timestamp":"2026-03-02T20:00:00Z","data":{"reference":"{{{lead.Id.ToReference("PAMB")}}}","kind":"appointment","status":"new","capturedAt":"2026-03-02T20:00:00Z"}}""",
            Encoding.UTF8.GetString(post.Body));
        Assert.Equal(WebhookState.Delivered, Assert.Single(await stage.MessagesAsync()).State);
    }

    [Fact]
    public async Task A_booking_is_told_as_a_change_and_as_a_booking_and_to_whoever_wants_bookings_alone_only_so()
    {
        await using var other = await Receiver.StartAsync();
        await using var stage = await WebhookStage.StartAsync(azurite, [("Webhooks:Endpoints:1:Events:0", "lead.booked")], null, receiver, other);
        var lead = await stage.CaptureAsync();
        await stage.TickAsync();
        stage.Clock.Advance(TimeSpan.FromHours(1));

        await stage.ChangeAsync(lead, new() { Status = LeadStatus.Booked });
        await stage.TickAsync();

        Assert.Equal(["lead.captured", "lead.status_changed", "lead.booked"], receiver.All.Select(post => post.Type));
        Assert.Equal("lead.booked", Assert.Single(other.All).Type);
        Assert.All(receiver.All.Skip(1), post => Assert.Equal("booked", post.Json.GetProperty("data").GetProperty("status").GetString()));
        Assert.All(receiver.All.Skip(1), post => Assert.Equal("2026-03-02T21:00:00Z", post.Json.GetProperty("timestamp").GetString()));
        Assert.Equal(receiver.All[2].Id, other.All[0].Id);
        Assert.Equal(3, receiver.All.DistinctBy(post => post.Id).Count());
    }

    [Fact]
    public async Task Nothing_of_the_person_is_in_any_byte_that_is_sent_and_nothing_in_a_log()
    {
        await using var stage = await WebhookStage.StartAsync(azurite, receiver);
        var lead = await stage.CaptureAsync(lead => lead with
        {
            Name = ALead.Name("Canary Namington"),
            Email = ALead.Email("canary-address@example.com"),
            Phone = ALead.Phone("650-555-0177"),
            Message = "canary words of the message",
            Concerns = ["depression"],
            IsUrgent = true,
            AssignedTo = "canary-of-staff@example.com",
        });
        await stage.ChangeAsync(lead, new() { Status = LeadStatus.Contacted, Note = "canary of the note" });
        await stage.TickAsync();
        receiver.AnswerWith(500);
        stage.Clock.Advance(TimeSpan.FromMinutes(1));
        await stage.ChangeAsync(lead, new() { Status = LeadStatus.Booked, Assignee = "canary-of-staff@example.com" });
        await stage.TickAsync();

        Assert.Equal(4, receiver.All.Count);
        var sent = string.Join('\n', receiver.All.Select(post => post.Head.Replace("canary-of-the-address", "", StringComparison.Ordinal) + Encoding.UTF8.GetString(post.Body)));
        Assert.All(
            ["canary", "namington", "5550177", "555-0177", "depression", "urgent", "robin"],
            word => Assert.DoesNotContain(word, sent, StringComparison.OrdinalIgnoreCase));
        Assert.NotEmpty(stage.Logs);
        Assert.All(stage.Logs, line => Assert.DoesNotContain("canary", line, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Probable_spam_is_told_when_it_is_let_out_and_not_before()
    {
        await using var stage = await WebhookStage.StartAsync(azurite, receiver);
        var lead = await stage.CaptureAsync(lead => lead with { Quarantined = true });
        var spam = await stage.CaptureAsync(lead => lead with { Quarantined = true });
        await stage.TickAsync();
        await stage.ChangeAsync(spam, new() { Status = LeadStatus.Spam });
        await stage.TickAsync();
        Assert.Empty(receiver.All);
        stage.Clock.Advance(TimeSpan.FromMinutes(2));

        await stage.ChangeAsync(lead, new() { ReleasesQuarantine = true });
        await stage.TickAsync();
        await stage.Another().RunAsync();

        var post = Assert.Single(receiver.All);
        Assert.Equal("lead.captured", post.Type);
        Assert.Equal("2026-03-02T20:02:00Z", post.Json.GetProperty("timestamp").GetString());
        Assert.Equal("2026-03-02T20:00:00Z", post.Json.GetProperty("data").GetProperty("capturedAt").GetString());
        Assert.Empty(await stage.NewsAsync());
    }

    [Fact]
    public async Task While_a_secret_is_changed_each_message_is_signed_with_both()
    {
        await using var stage = await WebhookStage.StartAsync(
            azurite, [("Webhooks:Endpoints:0:Secrets:0", NewSecret), ("Webhooks:Endpoints:0:Secrets:1", WebhookStage.Secret)], null, receiver);
        await stage.CaptureAsync();

        await stage.TickAsync();

        var post = Assert.Single(receiver.All);
        Assert.Equal(1, Verifier.Verify(post, NewSecret, ALead.Noon));
        Assert.Equal(1, Verifier.Verify(post, WebhookStage.Secret, ALead.Noon));
    }

    [Fact]
    public async Task What_happened_while_the_app_was_away_is_told_when_it_is_back()
    {
        await using var stage = await WebhookStage.StartAsync(azurite, receiver);
        await stage.TickAsync();
        stage.Clock.Advance(TimeSpan.FromHours(1));
        var lead = await stage.CaptureAsync();
        await stage.ChangeAsync(lead, new() { Status = LeadStatus.Contacted });

        await stage.TickAfterAsync(TimeSpan.FromDays(3));

        Assert.Equal(["lead.captured", "lead.status_changed"], receiver.All.Select(post => post.Type));
    }

    [Fact]
    public async Task A_lead_that_was_stored_late_is_told_as_soon_as_it_is_there()
    {
        await using var stage = await WebhookStage.StartAsync(azurite, receiver);
        await stage.TickAfterAsync(TimeSpan.FromHours(3));
        var lead = ALead.Captured();
        await stage.Get<ILeadStore>().CaptureAsync(ALead.New(lead) with { StoredLateAt = stage.Clock.GetUtcNow() }, default);

        await stage.TickAfterAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(("lead.captured", lead.Id.ToReference("PAMB")), Assert.Single(receiver.All.Select(post => (post.Type, post.Reference))));
    }

    [Fact]
    public async Task Whoever_is_named_later_is_told_of_what_happens_from_then_on()
    {
        await using var stage = await WebhookStage.StartAsync(azurite);
        var lead = await stage.CaptureAsync();
        await stage.ChangeAsync(lead, new() { Status = LeadStatus.Contacted });

        await stage.TickAsync();

        Assert.Empty(await stage.NewsAsync());
        Assert.Equal(ALead.Noon, await stage.Get<IWebhookLedger>().WrittenUntilAsync(default));
    }

    [Fact]
    public async Task A_person_who_is_erased_leaves_nothing_to_be_told()
    {
        await using var stage = await WebhookStage.StartAsync(azurite, receiver);
        receiver.AnswerWith(500);
        var lead = await stage.CaptureAsync();
        var stays = await stage.CaptureAsync();
        await stage.TickAsync();
        await stage.ChangeAsync(lead, new() { Status = LeadStatus.Booked });

        await stage.EraseAsync(lead);

        receiver.AnswerWith(204);
        await stage.TickAfterAsync(TimeSpan.FromHours(1));
        Assert.Equal(stays.Id.ToReference("PAMB"), receiver.All[^1].Reference);
        Assert.Equal(3, receiver.All.Count);
        Assert.DoesNotContain(await stage.KeysAsync(), key => key.Contains(lead.Id.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_message_that_was_written_out_while_its_lead_was_erased_is_never_sent()
    {
        await using var stage = await WebhookStage.StartAsync(azurite, receiver);
        var lead = ALead.Captured();
        await stage.Messages.WriteOutAsync(
            [WebhookMessage.Of(new(lead.Id, ALead.Noon, WebhookEvent.LeadCaptured, EndpointId.Of(WebhookStage.NameOf(0))), lead, LeadStatus.New, ALead.Noon)], null, default);

        await stage.TickAsync();

        Assert.Empty(receiver.All);
        Assert.Empty(await stage.MessagesAsync());
    }

    [Fact]
    public async Task No_key_holds_anything_but_ids_and_capture_writes_no_row_for_it()
    {
        await using var stage = await WebhookStage.StartAsync(azurite, receiver);
        var lead = await stage.CaptureAsync();
        Assert.DoesNotContain(await stage.KeysAsync(), key => key.Contains("W~", StringComparison.Ordinal) || key.Contains("H~", StringComparison.Ordinal));

        await stage.ChangeAsync(lead, new() { Status = LeadStatus.Booked });
        await stage.TickAsync();

        var keys = (await stage.KeysAsync()).Where(key => key.Contains("H~", StringComparison.Ordinal) || key.StartsWith("0~webhooks", StringComparison.Ordinal)).ToList();
        Assert.Equal(6, keys.Count);
        Assert.All(keys, key => Assert.Matches("^(0~webhooks|a0[0-9a-f])[A-Z]~[0-9a-f~]*$", key));
    }
}
