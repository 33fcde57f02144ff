using LeadFunctions.Leads;
using LeadFunctions.Storage;
using LeadFunctions.Tests.Support;
using LeadFunctions.Webhooks;
using Microsoft.Extensions.DependencyInjection;

namespace LeadFunctions.Tests.Webhooks;

/// <summary>What happens to a message when its endpoint is slow, away, gone or asks to be left alone, and when the app dies.</summary>
[Collection(AzuriteCollection.Name)]
public sealed class DeliveryTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private Receiver receiver = null!;

    public async Task InitializeAsync() => receiver = await Receiver.StartAsync();

    public async Task DisposeAsync() => await receiver.DisposeAsync();

    [Fact]
    public async Task What_is_not_taken_is_tried_for_five_days_ever_more_seldom_and_then_given_up()
    {
        await using var stage = await WebhookStage.StartAsync(azurite, receiver);
        receiver.AnswerWith(500);
        await stage.CaptureAsync();
        var tried = new List<TimeSpan>();

        await stage.TickAsync();
        while (Assert.Single(await stage.MessagesAsync()) is { State: WebhookState.Waiting } waiting)
        {
            tried.Add(stage.Clock.GetUtcNow() - ALead.Noon);
            stage.Clock.SetUtcNow(waiting.DueAt - TimeSpan.FromMilliseconds(1));
            await stage.TickAsync();
            Assert.Equal(tried.Count, receiver.All.Count);
            stage.Clock.SetUtcNow(waiting.DueAt);
            await stage.TickAsync();
        }

        // 5 s, 5 min, 30 min, 2 h, 5 h, 10 h, 14 h, 20 h, 24 h, 24 h: each up to a tenth later, and the last when patience ends.
        double[] waits = [0, 5, 300, 1800, 7200, 18000, 36000, 50400, 72000, 86400, 86400];
        var begins = waits.Index().Select(wait => waits.Take(wait.Index + 1).Sum()).ToList();
        Assert.Equal(begins.Count, tried.Count);
        Assert.All(tried.Zip(begins), pair => Assert.InRange(pair.First.TotalSeconds, pair.Second, pair.Second * 1.1));
        Assert.Equal(12, receiver.All.Count);
        var last = Assert.Single(await stage.MessagesAsync());
        Assert.Equal((WebhookState.GivenUp, "500", ALead.Noon.AddDays(5)), (last.State, last.LastAnswer, last.SettledAt));
        Assert.Single(receiver.All.Select(post => post.Id).Distinct());
        Assert.All(receiver.All, post => Assert.Equal(receiver.All[0].Body, post.Body));
        Assert.Equal(12, receiver.All.Select(post => post.Headers["webhook-timestamp"]).Distinct().Count());
        Assert.Contains(stage.Logs, line => line.Contains("was given up for system-0 after 12 tries (500)", StringComparison.Ordinal));
        await stage.TickAfterAsync(TimeSpan.FromDays(2));
        Assert.Equal(12, receiver.All.Count);
    }

    [Fact]
    public async Task An_app_that_dies_between_the_post_and_its_record_posts_again_under_the_same_id()
    {
        var dying = new DyingMessages();
        await using var stage = await WebhookStage.StartAsync(
            azurite, [], services => services.AddSingleton(app => dying.Over(ActivatorUtilities.CreateInstance<TableWebhookMessages>(app))), receiver);
        await stage.CaptureAsync();

        await Assert.ThrowsAsync<LeadStoreUnavailableException>(stage.TickAsync);
        dying.IsAlive = true;
        await stage.TickAfterAsync(Minute);
        Assert.Single(receiver.All);
        await stage.TickAfterAsync(WebhookDelivery.Lease);
        await stage.TickAfterAsync(WebhookDelivery.Lease);

        Assert.Equal(2, receiver.All.Count);
        Assert.Equal(receiver.All[0].Id, receiver.All[1].Id);
        Assert.Equal(receiver.All[0].Body, receiver.All[1].Body);
    }

    [Fact]
    public async Task Runs_that_overlap_post_each_message_once()
    {
        await using var stage = await WebhookStage.StartAsync(azurite, receiver);
        for (var index = 0; index < 25; index++)
        {
            await stage.CaptureAsync();
        }

        await Task.WhenAll(stage.TickAsync(), stage.Another().RunAsync(), stage.Another().RunAsync());

        Assert.Equal(25, receiver.All.Count);
        Assert.Equal(25, receiver.All.DistinctBy(post => post.Id).Count());
    }

    [Fact]
    public async Task A_slow_endpoint_holds_up_no_other()
    {
        await using var quick = await Receiver.StartAsync();
        await using var stage = await WebhookStage.StartAsync(azurite, receiver, quick);
        var (go, came) = (new TaskCompletionSource(), new TaskCompletionSource());
        receiver.Answer = _ => go.Task;
        quick.Answer = context =>
        {
            came.TrySetResult();
            return Task.CompletedTask;
        };
        await stage.CaptureAsync();

        var run = stage.TickAsync();
        await came.Task;

        Assert.False(run.IsCompleted);
        Assert.Single(quick.All);
        go.SetResult();
        await run;
        Assert.Equal(WebhookState.Delivered, Assert.Single(await stage.MessagesAsync()).State);
    }

    [Fact]
    public async Task An_endpoint_that_does_not_answer_in_time_has_not_taken_it()
    {
        await using var stage = await WebhookStage.StartAsync(azurite, [("Webhooks:Timeout", "00:00:01")], null, receiver);
        var end = new TaskCompletionSource();
        receiver.Answer = context => end.Task.WaitAsync(context.RequestAborted);
        await stage.CaptureAsync();

        await stage.TickAsync();

        end.SetResult();
        Assert.Equal("timeout", Assert.Single(await stage.MessagesAsync()).LastAnswer);
    }

    [Fact]
    public async Task An_endpoint_that_says_it_is_gone_gets_nothing_more_until_it_is_turned_on_again_and_then_everything()
    {
        await using var stage = await WebhookStage.StartAsync(azurite, receiver);
        receiver.AnswerWith(410);
        await stage.CaptureAsync();
        await stage.TickAsync();
        receiver.AnswerWith(204);
        await stage.CaptureAsync();

        await stage.TickAfterAsync(TimeSpan.FromHours(1));

        Assert.Single(receiver.All);
        Assert.Equal(2, (await stage.MessagesAsync()).Count(message => message.State == WebhookState.Waiting));
        Assert.Contains(stage.Logs, line => line.Contains("system-0 says that it is gone (410)", StringComparison.Ordinal));
        await stage.Get<IWebhookLedger>().NoteAsync(EndpointId.Of("system-0"), new(IsDisabled: false), default);
        await stage.TickAsync();
        Assert.Equal(3, receiver.All.Count);
    }

    [Theory]
    [InlineData(429, "120", 120)]
    [InlineData(429, "Mon, 02 Mar 2026 20:10:00 GMT", 600)]
    [InlineData(429, null, 300)]
    [InlineData(503, "120", 120)]
    public async Task An_endpoint_that_asks_to_be_left_alone_is(int status, string? retryAfter, int seconds)
    {
        await using var stage = await WebhookStage.StartAsync(azurite, receiver);
        receiver.AnswerWith(status, retryAfter is null ? [] : [("Retry-After", retryAfter)]);
        await stage.CaptureAsync(lead => lead with { CapturedAt = lead.CapturedAt.AddSeconds(-1) });
        await stage.TickAsync();
        receiver.AnswerWith(204);
        await stage.CaptureAsync();

        await stage.TickAfterAsync(TimeSpan.FromSeconds(seconds - 1));
        Assert.Single(receiver.All);
        await stage.TickAfterAsync(TimeSpan.FromSeconds(1));
        Assert.Equal(3, receiver.All.Count);
    }

    [Fact]
    public async Task A_redirect_is_not_followed_and_counts_as_a_failure()
    {
        await using var elsewhere = await Receiver.StartAsync();
        await using var stage = await WebhookStage.StartAsync(azurite, receiver);
        receiver.AnswerWith(307, ("Location", elsewhere.Url));
        await stage.CaptureAsync();

        await stage.TickAsync();

        Assert.Empty(elsewhere.All);
        Assert.Equal((WebhookState.Waiting, "307"), Assert.Single((await stage.MessagesAsync()).Select(message => (message.State, message.LastAnswer))));
    }

    [Fact]
    public async Task An_endpoint_that_is_away_is_knocked_at_a_few_times_a_run_however_much_waits()
    {
        await using var stage = await WebhookStage.StartAsync(azurite, receiver);
        receiver.AnswerWith(500);
        for (var index = 0; index < 20; index++)
        {
            await stage.CaptureAsync();
        }

        await stage.TickAsync();
        Assert.InRange(receiver.All.Count, 5, 8);
        receiver.AnswerWith(204);
        await stage.TickAsync();
        await stage.TickAfterAsync(TimeSpan.FromSeconds(6));

        Assert.Equal(20, (await stage.MessagesAsync()).Count(message => message.State == WebhookState.Delivered));
        Assert.Equal(20, receiver.All.DistinctBy(post => post.Id).Count());
    }

    [Fact]
    public async Task A_private_address_is_not_posted_to()
    {
        await using var stage = await WebhookStage.StartAsync(
            azurite, [("Leads:PublicBaseUrl", "https://requests.example.com"), ("Webhooks:Endpoints:0:Url", "https://10.0.0.7/hooks")], null, receiver);
        await stage.CaptureAsync();

        await stage.TickAsync();

        Assert.Equal("forbidden", Assert.Single(await stage.MessagesAsync()).LastAnswer);
    }

    [Fact]
    public async Task What_is_settled_is_kept_for_thirty_days_and_no_longer()
    {
        await using var stage = await WebhookStage.StartAsync(azurite, receiver);
        await stage.CaptureAsync();
        await stage.TickAsync();

        await stage.TickAfterAsync(TimeSpan.FromDays(29));
        Assert.Single(await stage.MessagesAsync());
        await stage.TickAfterAsync(TimeSpan.FromDays(2));

        Assert.Empty(await stage.MessagesAsync());
        Assert.Single(receiver.All);
    }

    [Fact]
    public async Task A_replay_sends_again_what_was_not_delivered_or_everything_since_a_time_under_the_same_ids()
    {
        await using var stage = await WebhookStage.StartAsync(azurite, receiver);
        await stage.CaptureAsync();
        await stage.TickAsync();
        stage.Clock.Advance(TimeSpan.FromHours(1));
        receiver.AnswerWith(500);
        await stage.CaptureAsync();
        await stage.TickAsync();
        receiver.AnswerWith(204);
        var now = stage.Clock.GetUtcNow();
        var endpoint = EndpointId.Of(WebhookStage.NameOf(0));

        Assert.Equal(1, await stage.Messages.ReplayAsync(endpoint, ALead.Noon, withDelivered: false, now, default));
        await stage.TickAsync();
        Assert.Equal(3, receiver.All.Count);
        Assert.Equal(1, await stage.Messages.ReplayAsync(endpoint, now, withDelivered: true, now, default));
        Assert.Equal(2, await stage.Messages.ReplayAsync(endpoint, ALead.Noon, withDelivered: true, now, default));
        await stage.TickAsync();

        Assert.Equal(5, receiver.All.Count);
        Assert.Equal(2, receiver.All.DistinctBy(post => post.Id).Count());
        Assert.All(await stage.MessagesAsync(), message => Assert.Equal((WebhookState.Delivered, 1), (message.State, message.Attempts)));
    }
}
