using LeadFunctions.Clinic;
using LeadFunctions.Leads;
using Microsoft.Playwright;

namespace LeadFunctions.Tests.Browser;

/// <summary>The form in a page of another website, used as a visitor would.</summary>
[Collection(BrowserCollection.Name)]
public sealed class WidgetTests(BrowserFixture browser) : IAsyncLifetime
{
    private OtherSite site = null!;
    private VisitedApp app = null!;

    public async Task InitializeAsync()
    {
        if (ChromiumPath.WhyMissing is null)
        {
            site = await OtherSite.StartAsync();
            app = await browser.StartAppAsync(("Cors:Origins:0", site.Origin));
        }
    }

    public async Task DisposeAsync()
    {
        if (ChromiumPath.WhyMissing is null)
        {
            await app.DisposeAsync();
            await site.DisposeAsync();
        }
    }

    [BrowserFact]
    public async Task A_page_of_a_listed_website_shows_the_form_and_its_lead_says_where_it_came_from()
    {
        site.Put("/articles/sleep", Tag("call", "data-concerns='sleep,stress' data-article='sleep-and-your-mental-health'"));
        site.Put("/", "<a href='/articles/sleep?utm_campaign=autumn&utm_medium=post&utm_content=a&utm_term=rest&name=private#x'>read</a>");
        await using var visit = await browser.VisitAsync(site.Address);

        await visit.Page.GotoAsync("/");
        await visit.Page.GetByText("read").ClickAsync();
        await FillAsync(visit.Page);
        await SendAsync(visit.Page);
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Name = "Thank you" })).ToBeFocusedAsync();

        var lead = Assert.Single(await app.LeadsAsync());
        Assert.Equal((LeadKind.Call, "Robin Example"), (lead.Kind, lead.Name.Value));
        Assert.Equal(["stress", "sleep"], lead.Concerns);
        var source = lead.Source;
        Assert.Equal($"{site.Origin}/articles/sleep", source.Page);
        Assert.Equal(("sleep-and-your-mental-health", "autumn", "post", "a", "rest"), (source.Article, source.Campaign, source.Medium, source.Content, source.Term));
        Assert.Equal($"{site.Origin}/", source.Referrer);
        await Assertions.Expect(visit.Page.GetByText(lead.Id.ToReference("PAMB"))).ToBeVisibleAsync();
        Assert.NotEqual(0, await visit.Page.Locator(".reading li").CountAsync());
        Assert.Equal(0, await visit.Page.Locator(".help").CountAsync());
        await Assertions.Expect(visit.Page.Locator("lead-form > a")).Not.ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task A_page_of_any_other_website_has_a_plain_link_that_says_the_same()
    {
        await using var stranger = await OtherSite.StartAsync();
        stranger.Put("/", Tag("appointment", "data-concerns='sleep' data-article='sleep-and-your-mental-health' data-lang='es'"));
        await using var visit = await browser.VisitAsync(stranger.Address);
        visit.Expect("has been blocked by CORS policy");
        visit.Expect("net::ERR_FAILED");

        await visit.Page.RunAndWaitForConsoleMessageAsync(
            () => visit.Page.GotoAsync("/?utm_campaign=autumn&utm_source=letter"),
            new() { Predicate = message => message.Text.Contains("blocked by CORS policy", StringComparison.Ordinal) });
        var link = visit.Page.GetByRole(AriaRole.Link, new() { Name = "Solicite una cita" });
        await Assertions.Expect(link).ToHaveAttributeAsync(
            "href",
            $"{app.Origin}/appointment?concern=sleep&lang=es&article=sleep-and-your-mental-health&utm_campaign=autumn&utm_source=letter");

        Assert.Equal(0, await visit.Page.Locator("form").CountAsync());
        await Assertions.Expect(link).ToBeVisibleAsync();
    }

    [BrowserTheory]
    [InlineData("style-src 'none'")]
    [InlineData("style-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'")]
    public async Task A_page_with_a_strict_policy_shows_it_in_its_own_colours(string more)
    {
        site.Put("/", Tag("call"), $"default-src 'none'; script-src {app.Origin}; connect-src {app.Origin}; img-src data:; {more}");
        await using var visit = await browser.VisitAsync(site.Address);

        await visit.Page.GotoAsync("/");
        await FillAsync(visit.Page);
        var button = visit.Page.GetByRole(AriaRole.Button, new() { Name = "Ask for a call" });
        await Assertions.Expect(button).ToHaveCSSAsync("background-color", "rgb(31, 99, 87)");
        await button.ClickAsync();

        await Assertions.Expect(visit.Page.Locator(".reference")).ToBeVisibleAsync();
        Assert.Single(await app.LeadsAsync());
    }

    [BrowserFact]
    public async Task Its_colours_follow_the_page_and_not_the_visitors_system_and_can_be_set()
    {
        site.Put("/", $"<div>{Tag("call")}</div>");
        await using var visit = await browser.VisitAsync(site.Address, new() { Dark = true });

        await visit.Page.GotoAsync("/");
        var card = visit.Page.Locator(".widget");
        await Assertions.Expect(card).ToHaveCSSAsync("background-color", "rgb(255, 255, 255)");
        await visit.Page.EvaluateAsync("document.documentElement.style.colorScheme = 'light dark'");
        await Assertions.Expect(card).ToHaveCSSAsync("background-color", "rgb(27, 35, 32)");
        await visit.Page.EvaluateAsync("document.body.style.setProperty('--lead-form-card', 'rgb(1, 2, 3)')");
        await Assertions.Expect(card).ToHaveCSSAsync("background-color", "rgb(1, 2, 3)");
    }

    [BrowserFact]
    public async Task Its_size_follows_the_root_of_the_page_unless_the_page_says_otherwise()
    {
        site.Put("/", $"<div>{Tag("call")}</div>");
        await using var visit = await browser.VisitAsync(site.Address);

        await visit.Page.GotoAsync("/");
        var name = visit.Page.Locator("#name");
        await Assertions.Expect(name).ToHaveCSSAsync("min-height", "48px");
        await Assertions.Expect(name).ToHaveCSSAsync("font-size", "17px");
        await visit.Page.EvaluateAsync("document.documentElement.style.fontSize = '10px'");
        await Assertions.Expect(name).ToHaveCSSAsync("min-height", "30px");
        await visit.Page.EvaluateAsync("document.body.style.setProperty('--lead-form-unit', '16px')");
        await Assertions.Expect(name).ToHaveCSSAsync("min-height", "48px");
    }

    [BrowserFact]
    public async Task Several_stand_on_a_page_by_tag_and_by_element_and_do_not_disturb_each_other()
    {
        site.Put("/", Tag("call", "data-concerns='sleep'") + Tag("appointment") + "<lead-form data-form='call' data-lang='es'><a href='#own'>A link of the page's own</a></lead-form>");
        await using var visit = await browser.VisitAsync(site.Address);

        await visit.Page.GotoAsync("/");
        var forms = visit.Page.Locator("lead-form");
        await Assertions.Expect(visit.Page.Locator("lead-form form")).ToHaveCountAsync(3);
        await Assertions.Expect(forms.Nth(2).GetByRole(AriaRole.Heading, new() { Name = "Pida que le llamemos" })).ToBeVisibleAsync();
        await Assertions.Expect(forms.Nth(0).Locator("[value=sleep]")).ToBeCheckedAsync();
        await Assertions.Expect(forms.Nth(1).Locator("[value=sleep]")).Not.ToBeCheckedAsync();
        var ids = await visit.Page.Locator("[name=submissionId]").EvaluateAllAsync<string[]>("fields => fields.map(field => field.value)");
        Assert.Distinct(ids);

        await forms.Nth(0).Locator("#name").FillAsync("First");
        await forms.Nth(0).Locator("#phone").FillAsync("650-555-0123");
        await forms.Nth(0).GetByRole(AriaRole.Button).ClickAsync();
        await Assertions.Expect(forms.Nth(0).Locator(".reference")).ToBeVisibleAsync();
        await Assertions.Expect(forms.Nth(1).Locator("form")).ToBeVisibleAsync();
        Assert.Equal("First", Assert.Single(await app.LeadsAsync()).Name.Value);
    }

    [BrowserFact]
    public async Task A_double_click_sends_once()
    {
        site.Put("/", Tag("call"));
        await using var visit = await browser.VisitAsync(site.Address);
        await visit.Page.GotoAsync("/");
        await FillAsync(visit.Page);

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Ask for a call" }).DblClickAsync();
        await Assertions.Expect(visit.Page.Locator(".reference")).ToBeVisibleAsync();

        Assert.Single(visit.Requests, request => request.AbsolutePath == "/api/calls");
        Assert.Single(await app.LeadsAsync());
    }

    [BrowserFact]
    public async Task Without_a_network_it_waits_and_sends_the_same_when_it_is_back()
    {
        site.Put("/", Tag("call"));
        await using var visit = await browser.VisitAsync(site.Address);
        visit.Expect("ERR_INTERNET_DISCONNECTED");
        await visit.Page.GotoAsync("/");
        await FillAsync(visit.Page);

        await visit.Page.Context.SetOfflineAsync(true);
        await SendAsync(visit.Page);
        await Assertions.Expect(visit.Page.GetByText("You are offline")).ToBeVisibleAsync();
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Button, new() { Name = "Try again now" })).ToBeFocusedAsync();
        await Assertions.Expect(visit.Page.Locator("#name")).ToHaveValueAsync("Robin Example");
        await visit.Page.Context.SetOfflineAsync(false);

        await Assertions.Expect(visit.Page.Locator(".reference")).ToBeVisibleAsync();
        Assert.Single(await app.LeadsAsync());
    }

    [BrowserFact]
    public async Task An_answer_lost_on_the_way_and_an_app_that_wakes_up_cost_nobody_a_second_lead()
    {
        site.Put("/", Tag("call"));
        await using var visit = await browser.VisitAsync(site.Address);
        visit.Expect("ERR_CONNECTION_RESET");
        visit.Expect("503");
        var bodies = new List<string>();
        await visit.Page.RouteAsync("**/api/calls*", async route =>
        {
            bodies.Add(route.Request.PostData!);
            switch (bodies.Count)
            {
                case 1:
                    await route.FetchAsync();
                    await route.AbortAsync("connectionreset");
                    break;
                case 2:
                    await route.FulfillAsync(new() { Status = 503, Headers = [KeyValuePair.Create("Access-Control-Allow-Origin", site.Origin)], Body = "starting" });
                    break;
                default:
                    await route.ContinueAsync();
                    break;
            }
        });
        await visit.Page.GotoAsync("/");
        await FillAsync(visit.Page);

        await SendAsync(visit.Page);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Try again now" }).ClickAsync();

        // The widget pauses 3 s before its third try: most of what Playwright waits unless told.
        await Assertions.Expect(visit.Page.Locator(".reference")).ToBeVisibleAsync(new() { Timeout = 30_000 });

        Assert.Equal(3, bodies.Count);
        Assert.Single(bodies.Distinct());
        Assert.Single(await app.LeadsAsync());
    }

    [BrowserFact]
    public async Task What_is_wrong_is_said_at_the_field_and_in_a_list_that_leads_there_and_nothing_typed_is_lost()
    {
        site.Put("/", Tag("appointment"));
        await using var visit = await browser.VisitAsync(site.Address);
        visit.Expect("400");
        await visit.Page.GotoAsync("/");
        await visit.Page.Locator("#message").FillAsync("Only in the mornings");
        await visit.Page.Locator("#email").FillAsync("robin@");

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Send request" }).ClickAsync();
        var summary = visit.Page.GetByRole(AriaRole.Group, new() { Name = "Please check these" });
        await Assertions.Expect(summary).ToBeFocusedAsync();
        await Assertions.Expect(summary.GetByRole(AriaRole.Link)).ToHaveCountAsync(2);
        var email = visit.Page.Locator("#email");
        await Assertions.Expect(email).ToHaveAttributeAsync("aria-invalid", "true");
        await Assertions.Expect(email).ToHaveAttributeAsync("aria-describedby", "email-hint email-error");
        await Assertions.Expect(visit.Page.Locator("#name-error")).ToBeVisibleAsync();
        await summary.GetByRole(AriaRole.Link).Nth(1).PressAsync("Enter");
        await Assertions.Expect(email).ToBeFocusedAsync();

        await email.FillAsync("robin@example.com");
        await visit.Page.Locator("#name").FillAsync("Robin");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Send request" }).ClickAsync();
        await Assertions.Expect(visit.Page.Locator(".reference")).ToBeVisibleAsync();
        Assert.Equal("Only in the mornings", Assert.Single(await app.LeadsAsync()).Message);
    }

    [BrowserTheory]
    [InlineData("en", "I want to kill myself.", "You do not have to wait for us")]
    [InlineData("es", "Quiero matarme.", "No tiene que esperar a que le llamemos")]
    public async Task Who_sounds_in_danger_is_first_of_all_told_whom_to_turn_to(string language, string message, string heading)
    {
        site.Put("/", Tag("call", $"data-lang='{language}'"));
        await using var visit = await browser.VisitAsync(site.Address);
        await visit.Page.GotoAsync("/");
        await visit.Page.Locator("#name").FillAsync("Robin Example");
        await visit.Page.Locator("#phone").FillAsync("650-555-0123");
        await visit.Page.Locator("#message").FillAsync(message);

        await visit.Page.Locator("[type=submit]").ClickAsync();
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Name = heading })).ToBeFocusedAsync();

        var targets = await visit.Page.Locator(".help a").EvaluateAllAsync<string[]>("links => links.map(link => link.href)");
        var lines = app.Get<ClinicProfile>().Crisis.Lines;
        Assert.Equal(lines.Select(line => $"tel:{line.Call}"), targets.Where(target => target.StartsWith("tel:", StringComparison.Ordinal)));
        Assert.Contains(targets, target => target.StartsWith("sms:988", StringComparison.Ordinal));
        Assert.True(await visit.Page.Locator(".widget").EvaluateAsync<bool>("box => box.firstElementChild.matches('.help')"));
        await Assertions.Expect(visit.Page.Locator(".reference")).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task A_number_used_up_with_other_words_starts_a_submission_of_its_own()
    {
        site.Put("/", Tag("call"));
        await using var visit = await browser.VisitAsync(site.Address);
        visit.Expect("409");
        await visit.Page.GotoAsync("/");
        await FillAsync(visit.Page);
        var first = await visit.Page.Locator("[name=submissionId]").InputValueAsync();
        await visit.Page.APIRequest.PostAsync($"{app.Origin}/api/calls", new()
        {
            DataObject = new { name = "Robin Other", phone = "650-555-0123", submissionId = first },
        });

        await SendAsync(visit.Page);
        await Assertions.Expect(visit.Page.Locator(".summary")).ToBeFocusedAsync();
        Assert.NotEqual(first, await visit.Page.Locator("[name=submissionId]").InputValueAsync());
        await SendAsync(visit.Page);

        await Assertions.Expect(visit.Page.Locator(".reference")).ToBeVisibleAsync();
        Assert.Equal(2, (await app.LeadsAsync()).Count);
    }

    [BrowserTheory]
    [InlineData("en-US")]
    [InlineData("es-US")]
    public async Task It_needs_no_more_than_320_pixels(string language)
    {
        site.Put("/", Tag("appointment", $"data-lang='{language}'"));
        await using var visit = await browser.VisitAsync(site.Address, new() { Width = 320 });
        visit.Expect("400");

        await visit.Page.GotoAsync("/");
        await Assertions.Expect(visit.Page.Locator("form")).ToBeVisibleAsync();
        Assert.False(await visit.ScrollsSidewaysAsync());
        await visit.Page.Locator("[type=submit]").ClickAsync();
        await Assertions.Expect(visit.Page.Locator(".summary")).ToBeVisibleAsync();
        Assert.False(await visit.ScrollsSidewaysAsync());
    }

    private string Tag(string form, string more = "") => $"<script src='{app.Origin}/widget.js' data-form='{form}' {more}></script>";

    private static async Task FillAsync(IPage page)
    {
        await page.GetByLabel("Your name").FillAsync("Robin Example");
        await page.GetByLabel("Phone number").FillAsync("650-555-0123");
    }

    private static Task SendAsync(IPage page) => page.GetByRole(AriaRole.Button, new() { Name = "Ask for a call" }).ClickAsync();
}
