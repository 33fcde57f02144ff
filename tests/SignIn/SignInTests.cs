using System.Net;
using LeadFunctions.Email;
using LeadFunctions.Languages;
using LeadFunctions.Leads;
using LeadFunctions.SignIn;
using LeadFunctions.Tests.Access;
using LeadFunctions.Tests.Pages;
using LeadFunctions.Tests.Support;

namespace LeadFunctions.Tests.SignIn;

/// <summary>Somebody asks for a link, opens it, and is in; or not. Over real HTTP.</summary>
public sealed class SignInTests : IAsyncLifetime
{
    private HostedApp app = null!;
    private StaffBrowser browser = null!;

    public async Task InitializeAsync()
    {
        app = await HostedApp.StartAsync(StaffBrowser.Members);
        browser = new(app);
    }

    public Task DisposeAsync() => app.DisposeAsync().AsTask();

    [Fact]
    public async Task Whoever_is_on_the_list_gets_a_link_and_is_in_where_they_wanted_to_go()
    {
        using var away = await browser.GetAsync("/staff/account?q=Robin");
        var form = PageBench.Parse(await (await browser.GetAsync(away.Headers.Location!.OriginalString)).Content.ReadAsStringAsync());

        var link = await AskAsync("Frontdesk@Example.com ", form.QuerySelector("form")!.GetAttribute("action")!);
        using var looked = await browser.GetAsync(link);
        var button = PageBench.Parse(await looked.Content.ReadAsStringAsync()).QuerySelector("form")!.GetAttribute("action")!;
        Assert.False(await browser.IsInAsync());
        using var used = await browser.PostAsync(button);

        Assert.Equal("/staff/sign-in?to=%2Fstaff%2Faccount", away.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.SeeOther, used.StatusCode);
        Assert.Equal("/staff/account?lang=en", used.Headers.Location!.OriginalString);
        Assert.True(await browser.IsInAsync());
        Assert.Equal(StaffRole.Staff, browser.Session.Member.Role);
        Assert.Equal([browser.SessionName], browser.Cookies.Keys);
    }

    [Fact]
    public async Task Cookies_go_to_this_host_only_over_https_and_no_script_sees_them()
    {
        var link = await AskAsync("frontdesk@example.com");
        using var used = await browser.PostAsync(link);

        var cookie = used.Headers.GetValues("Set-Cookie").Single(text => text.StartsWith("__Host-staff=", StringComparison.Ordinal));
        Assert.Equal(["path=/", "secure", "samesite=lax", "httponly"], cookie.Split("; ")[1..]);
    }

    [Fact]
    public async Task On_a_laptop_without_https_the_cookie_has_another_name()
    {
        await using var laptop = await HostedApp.StartAsync([.. StaffBrowser.Members, ("Leads:PublicBaseUrl", "http://127.0.0.1:7071")]);

        Assert.Equal("staff", new StaffBrowser(laptop).SessionName);
        Assert.True(await new StaffBrowser(laptop).SignIn("manager@example.com;admin").IsInAsync());
    }

    [Fact]
    public async Task Nobody_learns_who_is_on_the_list()
    {
        using var member = await browser.PostAsync("/staff/sign-in", ("email", "frontdesk@example.com"));
        using var stranger = await new StaffBrowser(app).PostAsync("/staff/sign-in", ("email", "stranger@example.com"));

        Assert.Equal(HttpStatusCode.OK, member.StatusCode);
        Assert.Equal(member.StatusCode, stranger.StatusCode);
        Assert.Equal(await member.Content.ReadAsStringAsync(), await stranger.Content.ReadAsStringAsync());
        Assert.Equal(Names(member), Names(stranger));

        static IEnumerable<string> Names(HttpResponseMessage response) =>
            response.Headers.Select(header => header.Key + (header.Key is "Set-Cookie" ? "" : string.Join(",", header.Value))).Where(text => !text.StartsWith("Date", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_page_is_answered_before_anybody_knows_who_it_is()
    {
        var held = new TaskCompletionSource();
        app.Provider.Meanwhile = _ => held.Task;

        using var response = await browser.PostAsync("/staff/sign-in", ("email", "frontdesk@example.com"));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Empty(app.Provider.Posted);
        held.SetResult();
    }

    [Fact]
    public async Task A_stranger_gets_no_mail()
    {
        await app.Get<SignInMailHandler>().HandleAsync(new(ALead.Email("stranger@example.com"), "b", null, Language.English));

        Assert.Empty(app.Provider.Posted);
    }

    [Fact]
    public async Task The_mail_speaks_the_language_of_the_page_and_names_nothing_but_the_link()
    {
        await app.Get<SignInMailHandler>().HandleAsync(new(ALead.Email("frontdesk@example.com"), "b", "/staff/account", Language.Spanish));

        var mail = Assert.Single(app.Provider.Posted);
        Assert.Equal("Su enlace para iniciar sesión", mail.Subject);
        Assert.Equal(["frontdesk@example.com"], mail.To);
        Assert.Contains("?lang=es&to=%2Fstaff%2Faccount", mail.Text, StringComparison.Ordinal);
        Assert.Contains("lang=\"es\"", mail.Html, StringComparison.Ordinal);
        Assert.Equal("auto-generated", mail.Headers["Auto-Submitted"]);
        Assert.DoesNotContain("frontdesk", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mail_that_fails_does_not_keep_the_next_from_going()
    {
        app.Provider.Meanwhile = _ => throw new InvalidOperationException("broken");
        await app.Get<SignInMailHandler>().HandleAsync(new(ALead.Email("frontdesk@example.com"), "b", null, Language.English));

        app.Provider.Meanwhile = _ => Task.CompletedTask;

        Assert.NotNull(await AskAsync("frontdesk@example.com"));
    }

    [Fact]
    public async Task A_scanner_that_opens_the_link_uses_nothing_up()
    {
        var link = await AskAsync("frontdesk@example.com");
        var scanner = new StaffBrowser(app);
        for (var times = 0; times < 20; times++)
        {
            using var opened = await scanner.GetAsync(link);
            Assert.Equal(HttpStatusCode.Forbidden, opened.StatusCode);
            using var posted = await scanner.PostAsync(link);
            Assert.Equal(HttpStatusCode.Forbidden, posted.StatusCode);
        }

        using var used = await browser.PostAsync(link);

        Assert.Equal(HttpStatusCode.SeeOther, used.StatusCode);
        Assert.False(await scanner.IsInAsync());
    }

    [Fact]
    public async Task A_link_works_once_however_many_try_at_once()
    {
        var link = await AskAsync("frontdesk@example.com");
        var tabs = Enumerable.Range(0, 8).Select(_ => new StaffBrowser(app)).ToList();
        foreach (var tab in tabs)
        {
            foreach (var (name, value) in browser.Cookies)
            {
                tab.Cookies[name] = value;
            }
        }

        var answers = await Task.WhenAll(tabs.Select(tab => tab.PostAsync(link)));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.SeeOther);
        Assert.Equal(7, answers.Count(answer => answer.StatusCode == HttpStatusCode.NotFound));
    }

    [Fact]
    public async Task A_link_is_good_for_a_quarter_of_an_hour()
    {
        var link = await AskAsync("frontdesk@example.com");
        await app.AdvanceAsync(SignInLinks.Lifetime - TimeSpan.FromSeconds(5));
        using var inTime = await browser.GetAsync(link);
        await app.AdvanceAsync(TimeSpan.FromSeconds(10));
        using var late = await browser.PostAsync(link);

        Assert.Equal(HttpStatusCode.OK, inTime.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, late.StatusCode);
        Assert.False(await browser.IsInAsync());
    }

    [Fact]
    public async Task A_link_asked_for_before_stays_good_when_another_is_asked_for()
    {
        var first = await AskAsync("frontdesk@example.com");
        await AskAsync("frontdesk@example.com");

        using var used = await browser.PostAsync(first);

        Assert.Equal(HttpStatusCode.SeeOther, used.StatusCode);
    }

    [Fact]
    public async Task No_bit_of_a_link_can_be_changed_and_no_other_token_is_one()
    {
        var link = await AskAsync("frontdesk@example.com");
        var handler = app.Get<SignInHandler>();
        var known = browser.Cookies.Values.Single();
        var token = new Uri(app.Client.BaseAddress!, link).Segments[^1];

        Assert.IsType<SignInResult.Usable>(handler.Look(token, known));
        Assert.All(GateTests.Flips(token), flipped => Assert.IsType<SignInResult.UsedUp>(handler.Look(flipped, known)));
        Assert.All(
            Enum.GetValues<TokenPurpose>().Where(purpose => purpose != TokenPurpose.SignIn),
            purpose => Assert.IsType<SignInResult.UsedUp>(handler.Look(app.Get<TokenSigner>().Sign(purpose, new byte[48], null), known)));
        Assert.Null(app.Get<LeadLinks>().ReadUnsubscribe(token));
    }

    [Fact]
    public async Task The_link_of_somebody_who_has_left_is_used_up()
    {
        var links = app.Get<SignInLinks>();
        var link = links.Make(app.Get<LeadKeys>().Contact(ALead.Email("gone@example.com"), null), "known", to: null);

        Assert.IsType<SignInResult.UsedUp>(await app.Get<SignInHandler>().UseAsync(new Uri(link).Segments[^1], "known"));
    }

    [Fact]
    public async Task While_storage_is_away_a_link_stays_good()
    {
        var link = await AskAsync("frontdesk@example.com");
        app.Sessions.IsAway = true;
        using var away = await browser.PostAsync(link);
        app.Sessions.IsAway = false;
        using var back = await browser.PostAsync(link);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, away.StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, back.StatusCode);
    }

    [Theory]
    [InlineData("//evil.example.com")]
    [InlineData("/\\evil.example.com")]
    [InlineData("https://evil.example.com")]
    [InlineData("/staff/../r/x")]
    [InlineData("/staff/%0d%0ax")]
    public async Task No_link_leads_anywhere_else(string to)
    {
        var link = await AskAsync("frontdesk@example.com", "/staff/sign-in?to=" + Uri.EscapeDataString(to));
        Assert.DoesNotContain("to=", link, StringComparison.Ordinal);

        using var used = await browser.PostAsync($"{link}&to={Uri.EscapeDataString(to)}");

        Assert.Equal("/staff?lang=en", used.Headers.Location!.OriginalString);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nobody")]
    [InlineData("a@example.com,b@example.com")]
    [InlineData("\"><script>alert(1)</script>")]
    public async Task What_is_no_address_comes_back_with_a_word_about_it(string typed)
    {
        using var response = await browser.PostAsync("/staff/sign-in", ("email", typed));
        var page = PageBench.Parse(await response.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(typed, page.QuerySelector("#email")!.GetAttribute("value"));
        Assert.Equal("true", page.QuerySelector("#email")!.GetAttribute("aria-invalid"));
        Assert.Empty(page.QuerySelectorAll("script"));
    }

    [Fact]
    public async Task Another_website_can_neither_ask_for_links_nor_use_them()
    {
        var link = await AskAsync("frontdesk@example.com");
        (string, string)[] foreign = [("Sec-Fetch-Site", "cross-site"), ("Origin", "https://evil.example.com")];

        using var asked = await browser.SendAsync(HttpMethod.Post, "/staff/sign-in", [("email", "frontdesk@example.com")], foreign);
        using var used = await browser.SendAsync(HttpMethod.Post, link, [], foreign);

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (asked.StatusCode, used.StatusCode));
    }

    [Fact]
    public async Task Nobodys_mail_is_flooded_and_the_page_stays_the_same()
    {
        await using var strict = await HostedApp.StartAsync([.. StaffBrowser.Members, ("Staff:LinksPerAddress", "1"), ("Staff:LinksPerSender", "3")]);
        var mailed = Mailed(strict.Provider);
        using var first = await new StaffBrowser(strict).PostAsync("/staff/sign-in", ("email", "frontdesk@example.com"));
        using var second = await new StaffBrowser(strict).PostAsync("/staff/sign-in", ("email", "frontdesk@example.com"));
        using var other = await new StaffBrowser(strict).PostAsync("/staff/sign-in", ("email", "manager@example.com"));
        using var tooMany = await new StaffBrowser(strict).PostAsync("/staff/sign-in", ("email", "marketing@example.com"));
        await mailed;

        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
        Assert.Equal(await first.Content.ReadAsStringAsync(), await second.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.TooManyRequests, tooMany.StatusCode);

        // Both that were let through have gone by now or will; the second for the same address never does.
        Assert.True(strict.Provider.Posted.Count(mail => mail.To[0] == "frontdesk@example.com") <= 1);
    }

    private static Task<EmailMessage> Mailed(ScriptedProvider provider)
    {
        var mailed = new TaskCompletionSource<EmailMessage>(TaskCreationOptions.RunContinuationsAsynchronously);
        provider.Meanwhile = message =>
        {
            mailed.TrySetResult(message);
            return Task.CompletedTask;
        };
        return mailed.Task;
    }

    /// <returns>Path and query of the link in the mail.</returns>
    private async Task<string> AskAsync(string address, string action = "/staff/sign-in")
    {
        var mailed = Mailed(app.Provider);
        using var response = await browser.PostAsync(action, ("email", address));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var mail = await mailed;
        return new Uri(mail.Text.Split('\n').First(line => line.StartsWith("https://requests.example.com/staff/sign-in/", StringComparison.Ordinal))).PathAndQuery;
    }
}
