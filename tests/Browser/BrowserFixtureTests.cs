using Xunit.Sdk;

namespace LeadFunctions.Tests.Browser;

/// <summary>A visit notices what no page may do.</summary>
[Collection(BrowserCollection.Name)]
public sealed class BrowserFixtureTests(BrowserFixture browser)
{
    [BrowserTheory]
    [InlineData("console.error('odd')", "odd")]
    [InlineData("new Promise(done => { addEventListener('error', done); setTimeout(() => { throw new Error('thrown') }) })", "thrown")]
    [InlineData("new Promise(done => { const image = new Image(); image.onerror = done; image.src = 'https://tracker.example.com/pixel' })", "tracker.example.com")]
    public async Task An_error_or_a_word_to_a_third_party_fails_the_visit(string script, string told)
    {
        await using var site = await OtherSite.StartAsync();
        site.Put("/", "<h1>Hello</h1>");
        var visit = await browser.VisitAsync(site.Address);
        await visit.Page.GotoAsync("/");

        await visit.Page.EvaluateAsync($"async () => {{ await {script} }}");

        var failure = await Assert.ThrowsAnyAsync<XunitException>(() => visit.DisposeAsync().AsTask());
        Assert.Contains(told, failure.Message, StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task The_form_is_sent_without_JavaScript()
    {
        await using var app = await browser.StartAppAsync();
        await using var visit = await browser.VisitAsync(app.Address, new() { JavaScript = false, Width = 360 });

        await visit.Page.GotoAsync("/call?concern=sleep");
        await visit.Page.GetByLabel("Your name").FillAsync("Robin Example");
        await visit.Page.GetByLabel("Phone number").FillAsync("650-555-0123");
        await visit.Page.GetByRole(Microsoft.Playwright.AriaRole.Button).ClickAsync();
        await visit.Page.ArrivesAtAsync("/thanks/");

        var lead = Assert.Single(await app.LeadsAsync());
        Assert.Equal(["sleep"], lead.Concerns);
    }
}
