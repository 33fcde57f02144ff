using System.Net;
using LeadFunctions.Access;
using LeadFunctions.Leads;
using LeadFunctions.Tests.Support;

namespace LeadFunctions.Tests.Access;

/// <summary>How long people stay signed in, and how that ends. Over real HTTP.</summary>
public sealed class SessionTests : IAsyncLifetime
{
    private static readonly TimeSpan Quarter = TimeSpan.FromMinutes(15);

    private HostedApp app = null!;
    private StaffBrowser browser = null!;

    public async Task InitializeAsync()
    {
        app = await HostedApp.StartAsync(StaffBrowser.Members);
        browser = new StaffBrowser(app).SignIn("frontdesk@example.com;staff");
    }

    public Task DisposeAsync() => app.DisposeAsync().AsTask();

    [Fact]
    public async Task A_page_is_kept_by_nobody_and_shown_in_no_frame()
    {
        using var response = await browser.GetAsync("/staff/account");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("no-store", response.Headers.GetValues("Cache-Control").Single());
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Contains("frame-ancestors 'none'", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_ends_after_a_quarter_of_an_hour_without_use()
    {
        await app.AdvanceAsync(Quarter - TimeSpan.FromMinutes(1));
        Assert.True(await browser.IsInAsync());
        await app.AdvanceAsync(Quarter - TimeSpan.FromMinutes(1));
        Assert.True(await browser.IsInAsync());
        await app.AdvanceAsync(Quarter + TimeSpan.FromSeconds(1));

        Assert.False(await browser.IsInAsync());
    }

    [Fact]
    public async Task What_a_page_asks_for_by_itself_keeps_nobody_signed_in()
    {
        for (var asked = 0; asked < 4; asked++)
        {
            await app.AdvanceAsync(TimeSpan.FromMinutes(5) - TimeSpan.FromSeconds(20));
            using var polled = await browser.GetAsync("/staff/account", ("Accept", "application/json"), ("Sec-Fetch-Mode", "cors"));
            Assert.Equal(asked < 3 ? HttpStatusCode.OK : HttpStatusCode.Unauthorized, polled.StatusCode);
        }
    }

    [Fact]
    public async Task A_session_ends_after_eight_hours_whatever_is_done()
    {
        for (var minutes = 0; minutes < 480 - 10; minutes += 10)
        {
            await app.AdvanceAsync(TimeSpan.FromMinutes(10));
            Assert.True(await browser.IsInAsync(), $"It ended after {minutes} minutes.");
        }

        await app.AdvanceAsync(TimeSpan.FromMinutes(11));

        Assert.False(await browser.IsInAsync());
    }

    [Fact]
    public void No_bit_of_a_cookie_can_be_changed()
    {
        var cookies = app.Get<SessionCookie>();
        var text = browser.Cookies[browser.SessionName];

        Assert.NotNull(cookies.Read(text));
        Assert.DoesNotContain(GateTests.Flips(text), flipped => cookies.Read(flipped) is not null);
        Assert.Null(cookies.Read(text + "="));
        Assert.Null(cookies.Read(text[..^1]));
    }

    [Theory]
    [InlineData("frontdesk@example.com;admin")]
    [InlineData("gone@example.com;staff")]
    public async Task Whoever_the_list_does_not_have_with_that_role_is_out_at_once(string member)
    {
        browser.SignIn(member);

        Assert.False(await browser.IsInAsync());
    }

    [Fact]
    public async Task Whoever_signs_out_is_out_and_so_is_a_copy_of_the_cookie()
    {
        var copy = new StaffBrowser(app);
        copy.Cookies[browser.SessionName] = browser.Cookies[browser.SessionName];
        var other = new StaffBrowser(app).SignIn("frontdesk@example.com;staff");
        Assert.True(await copy.IsInAsync());

        using var response = await browser.PostAsync("/staff/sign-out", (AntiForgeryTokens.Field, browser.Token));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Empty(browser.Cookies);
        Assert.False(await copy.IsInAsync());
        Assert.True(await other.IsInAsync());
    }

    [Fact]
    public async Task Whoever_signs_out_everywhere_is_out_of_all_browsers_and_can_come_back()
    {
        var other = new StaffBrowser(app).SignIn("frontdesk@example.com;staff");
        var colleague = new StaffBrowser(app).SignIn("manager@example.com;admin");
        Assert.True(await other.IsInAsync());

        using var response = await browser.PostAsync("/staff/sign-out-everywhere", (AntiForgeryTokens.Field, browser.Token));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.False(await other.IsInAsync());
        Assert.True(await colleague.IsInAsync());
        await app.AdvanceAsync(TimeSpan.FromSeconds(1));
        Assert.True(await browser.SignIn("frontdesk@example.com;staff").IsInAsync());
    }

    [Fact]
    public async Task What_another_instance_ended_is_over_here_within_half_a_minute()
    {
        Assert.True(await browser.IsInAsync());
        var member = app.Get<LeadKeys>().Contact(browser.Session.Member.Address, phone: null);
        await app.Sessions.EndAllAsync(member, app.Clock.GetUtcNow(), default);

        await app.AdvanceAsync(TimeSpan.FromSeconds(30));

        Assert.False(await browser.IsInAsync());
    }

    [Fact]
    public async Task Pages_that_are_asked_for_again_and_again_ask_storage_seldom()
    {
        await browser.IsInAsync();
        var before = app.Sessions.Calls;

        for (var times = 0; times < 20; times++)
        {
            await browser.IsInAsync();
        }

        Assert.Equal(before, app.Sessions.Calls);
    }

    [Fact]
    public async Task Another_website_cannot_sign_anybody_out()
    {
        using var response = await browser.SendAsync(
            HttpMethod.Post, "/staff/sign-out", [], ("Accept", "text/html"), ("Sec-Fetch-Site", "cross-site"), ("Origin", "https://evil.example.com"));

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.True(await browser.IsInAsync());
    }

    [Fact]
    public async Task When_the_end_cannot_be_told_to_others_the_page_says_so_and_this_browser_is_out()
    {
        Assert.True(await browser.IsInAsync());
        var token = browser.Token;
        app.Sessions.IsAway = true;

        using var response = await browser.PostAsync("/staff/sign-out", (AntiForgeryTokens.Field, token));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Empty(browser.Cookies);
    }
}
