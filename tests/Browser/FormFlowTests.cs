using Microsoft.Playwright;

namespace LeadFunctions.Tests.Browser;

/// <summary>Both forms, from the first look to the thanks, with a browser as people have it.</summary>
[Collection(BrowserCollection.Name)]
public sealed class FormFlowTests(BrowserFixture browser) : IAsyncLifetime
{
    private const int MostTabs = 80;

    private VisitedApp app = null!;

    public async Task InitializeAsync() => app = ChromiumPath.WhyMissing is null ? await browser.StartAppAsync() : null!;

    public async Task DisposeAsync() => await (app?.DisposeAsync() ?? default);

    [BrowserTheory]
    [InlineData(true, "en-US", "Thank you. We have your request.")]
    [InlineData(false, "en-US", "Thank you. We have your request.")]
    [InlineData(true, "es-MX", "Gracias. Recibimos su solicitud.")]
    [InlineData(false, "es-MX", "Gracias. Recibimos su solicitud.")]
    public async Task A_request_for_an_appointment_is_filled_in_and_thanked_for(bool javaScript, string language, string thanks)
    {
        await using var visit = await browser.VisitAsync(app.Address, new() { JavaScript = javaScript, Language = language, Width = 360 });
        var page = visit.Page;
        await page.GotoAsync("/appointment?concern=depression&utm_campaign=spring");

        await page.FillAsync("#name", "Robin Gray");
        await page.FillAsync("#email", "robin@example.com");
        await page.CheckAsync("[name=concerns][value=chronic-pain]");
        await page.CheckAsync("[name='consent.articles']");
        await page.SelectOptionAsync("#day-0", "monday");
        await CallForm.SendAsync(page);

        Assert.Equal(thanks, await page.InnerTextAsync("h1"));
        Assert.Matches("^PAMB-[2-9A-Z]+$", await page.InnerTextAsync(".reference strong"));
        var lead = Assert.Single(await app.LeadsAsync());
        Assert.Equal(["depression", "chronic-pain"], lead.Concerns);
        Assert.True(lead.Consent.Articles);
        Assert.False(lead.Consent.Calls);
        Assert.Equal("spring", lead.Source.Campaign);
        Assert.Equal(language[..2], lead.Language.Code);
    }

    [BrowserTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Faults_are_named_where_they_are_the_list_has_the_focus_and_nothing_typed_is_lost(bool javaScript)
    {
        await using var visit = await browser.VisitAsync(app.Address, new() { JavaScript = javaScript });
        visit.Expect("status of 400");
        var page = visit.Page;
        await page.GotoAsync("/call");
        await page.FillAsync("#name", "Robin Gray");
        await page.FillAsync("#phone", "12");
        await page.FillAsync("#message", "After five, please.");

        await CallForm.SendAsync(page);

        Assert.Equal("Robin Gray", await page.InputValueAsync("#name"));
        Assert.Equal("12", await page.InputValueAsync("#phone"));
        Assert.Equal("After five, please.", await page.InputValueAsync("#message"));
        Assert.Equal("true", await page.GetAttributeAsync("#phone", "aria-invalid"));
        await Assertions.Expect(page.Locator("[role=alert]")).ToBeFocusedAsync();
        await page.ClickAsync("[role=alert] a");
        await Assertions.Expect(page.Locator("#phone")).ToBeFocusedAsync();
        Assert.Empty(await app.LeadsAsync());
    }

    [BrowserTheory]
    [InlineData("/appointment", "email", "robin@example.com")]
    [InlineData("/call", "phone", "(650) 555-0123")]
    public async Task It_can_be_done_with_the_keyboard_alone(string path, string field, string value)
    {
        await using var visit = await browser.VisitAsync(app.Address);
        var page = visit.Page;
        await page.GotoAsync(path);
        var met = new List<string>();

        for (var tabs = 0; tabs < MostTabs && await FocusAsync() != "BUTTON"; tabs++)
        {
            await page.Keyboard.PressAsync("Tab");
            var name = await page.EvaluateAsync<string>("document.activeElement.name || document.activeElement.className || document.activeElement.tagName");
            met.Add(name);
            await AnswerAsync(name);
        }

        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.Locator(".reference")).ToBeVisibleAsync();
        Assert.Equal("skip", met[0]);
        Assert.DoesNotContain("otherDetails", met);
        var lead = Assert.Single(await app.LeadsAsync());
        Assert.Equal(["depression"], lead.Concerns);
        Assert.True(lead.Consent.Calls);
        return;

        Task<string> FocusAsync() => page.EvaluateAsync<string>("document.activeElement.tagName");

        async Task AnswerAsync(string name)
        {
            if (name == "name")
            {
                await page.Keyboard.TypeAsync("Robin Gray");
            }
            else if (name == field)
            {
                await page.Keyboard.TypeAsync(value);
            }
            else if (name is "consent.calls" || (name is "concerns" && await page.EvaluateAsync<string>("document.activeElement.value") is "depression"))
            {
                await page.Keyboard.PressAsync("Space");
            }
        }
    }

    [BrowserTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_double_click_sends_once(bool javaScript)
    {
        await using var visit = await browser.VisitAsync(app.Address, new() { JavaScript = javaScript });
        var page = visit.Page;
        await CallForm.OpenAndFillAsync(page);

        await page.DblClickAsync("main button[type=submit]");

        await Assertions.Expect(page.Locator(".reference")).ToBeVisibleAsync();
        Assert.Single(await app.LeadsAsync());
    }

    [BrowserTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Going_back_and_forth_sends_nothing_a_second_time(bool javaScript)
    {
        await using var visit = await browser.VisitAsync(app.Address, new() { JavaScript = javaScript });
        var page = visit.Page;
        await CallForm.OpenAndFillAsync(page);
        await CallForm.SendAsync(page);
        await Assertions.Expect(page.Locator(".reference")).ToBeVisibleAsync();
        var reference = await page.InnerTextAsync(".reference strong");

        await page.GoBackAsync();
        await Assertions.Expect(page.Locator("#name")).ToBeVisibleAsync();
        await page.GoForwardAsync();
        await Assertions.Expect(page.Locator(".reference")).ToBeVisibleAsync();
        await page.ReloadAsync();

        Assert.Equal(reference, await page.InnerTextAsync(".reference strong"));
        Assert.Single(await app.LeadsAsync());
    }

    [BrowserTheory]
    [InlineData("/appointment")]
    [InlineData("/call?lang=es")]
    public async Task A_form_is_one_request_of_at_most_30_kilobytes(string path)
    {
        const int most = 30_000;
        await using var visit = await browser.VisitAsync(app.Address);

        var response = await visit.Page.GotoAsync(path, new() { WaitUntil = WaitUntilState.NetworkIdle });

        var sizes = await response!.Request.SizesAsync();
        Assert.InRange(sizes.ResponseBodySize + sizes.ResponseHeadersSize, 1, most);
        Assert.Single(visit.Requests);
    }

    [BrowserFact]
    public async Task On_paper_there_are_the_words_and_no_buttons()
    {
        await using var visit = await browser.VisitAsync(app.Address);
        await visit.Page.GotoAsync("/call");

        await visit.Page.EmulateMediaAsync(new() { Media = Media.Print });

        Assert.False(await visit.Page.Locator(".skip").IsVisibleAsync());
        Assert.Equal("rgb(255, 255, 255)", await visit.Page.EvaluateAsync<string>("getComputedStyle(document.querySelector('main')).backgroundColor"));
    }

    [BrowserFact]
    public async Task Whoever_sounds_in_danger_sees_help_before_the_thanks_and_staff_are_told_that_it_is_urgent()
    {
        await using var visit = await browser.VisitAsync(app.Address, new() { JavaScript = false, Width = 360 });
        var page = visit.Page;
        await page.GotoAsync("/appointment");
        await page.FillAsync("#name", "Robin Gray");
        await page.FillAsync("#email", "robin@example.com");
        await page.FillAsync("#message", "I do not want to live any more.");

        await CallForm.SendAsync(page);

        var links = await page.Locator("main a").EvaluateAllAsync<string[]>("links => links.slice(0, 4).map(link => link.getAttribute('href'))");
        Assert.Equal("tel:988", links[0]);
        Assert.Contains("sms:988", links);
        Assert.Contains("tel:911", links);
        Assert.True(Assert.Single(await app.LeadsAsync()).IsUrgent);
    }
}
