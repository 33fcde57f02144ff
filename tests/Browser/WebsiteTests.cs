using Microsoft.Playwright;

namespace LeadFunctions.Tests.Browser;

/// <summary>The demo of the clinic's article page, as <c>./run</c> shows it.</summary>
[Collection(BrowserCollection.Name)]
public sealed class WebsiteTests(BrowserFixture browser)
{
    [BrowserTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_article_leads_to_the_forms_and_to_other_articles(bool javaScript)
    {
        await using var app = await browser.StartAppAsync();
        await using var visit = await browser.VisitAsync(app.Address, new() { JavaScript = javaScript });

        await visit.Page.GotoAsync("/");
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("The Connection Between Depression and Chronic Pain");
        await Assertions.Expect(visit.Page.Locator("#enjoy a")).ToHaveCountAsync(3);
        var related = await visit.Page.Locator("#enjoy a").AllTextContentsAsync();
        Assert.DoesNotContain("The Connection Between Depression and Chronic Pain", related);

        await visit.Page.Locator(".talk").GetByRole(AriaRole.Link, new() { Name = "Request an appointment" }).ClickAsync();
        await visit.Page.ArrivesAtAsync("/appointment?");
        await Assertions.Expect(visit.Page.Locator("[value=depression]")).ToBeCheckedAsync();
        await Assertions.Expect(visit.Page.Locator("[value=chronic-pain]")).ToBeCheckedAsync();
        await visit.Page.GetByLabel("Your name").FillAsync("Robin Example");
        await visit.Page.GetByLabel("E-mail address").FillAsync("robin@example.com");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Send request" }).ClickAsync();
        await visit.Page.ArrivesAtAsync("/thanks/");

        var source = Assert.Single(await app.LeadsAsync()).Source;
        Assert.Equal(("depression-and-chronic-pain", "article", "website"), (source.Article, source.Medium, source.Referrer));
    }

    [BrowserFact]
    public async Task The_widget_stands_in_its_place()
    {
        await using var app = await browser.StartAppAsync();
        await using var visit = await browser.VisitAsync(app.Address);

        await visit.Page.GotoAsync("/?article=sleep-and-your-mental-health");
        var form = visit.Page.Locator(".here form");
        await Assertions.Expect(form.Locator("[value=sleep]")).ToBeCheckedAsync();
        await form.GetByLabel("Your name").FillAsync("Robin Example");
        await form.GetByLabel("E-mail address").FillAsync("robin@example.com");
        await form.GetByRole(AriaRole.Button).ClickAsync();

        await Assertions.Expect(visit.Page.Locator(".reference")).ToBeVisibleAsync();
        Assert.Equal("sleep-and-your-mental-health", Assert.Single(await app.LeadsAsync()).Source.Article);
    }

    [BrowserTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task It_needs_no_more_than_320_pixels(bool javaScript)
    {
        await using var app = await browser.StartAppAsync();
        await using var visit = await browser.VisitAsync(app.Address, new() { JavaScript = javaScript, Width = 320 });

        await visit.Page.GotoAsync("/");

        Assert.False(await visit.ScrollsSidewaysAsync());
    }
}
