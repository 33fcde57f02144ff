using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using LeadFunctions.Email;
using LeadFunctions.Languages;
using LeadFunctions.Tests.Support;

namespace LeadFunctions.Tests.LocalMailbox;

public sealed class PreviewTests : IAsyncLifetime
{
    private HostedApp app = null!;

    public async Task InitializeAsync() => app = await HostedApp.StartAsync();

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task Every_mail_is_listed_and_shown_in_each_language_and_at_both_widths()
    {
        var index = await PageAsync("/local/preview?concerns=sleep");
        var templates = app.Get<MailTemplateCatalogue>().All;

        var links = index.QuerySelectorAll("td a").Select(link => link.GetAttribute("href")!).ToList();
        Assert.Equal(templates.Count * Language.All.Count, links.Count);
        foreach (var link in links)
        {
            var page = await PageAsync(link);
            Assert.Equal(["phone", "wide"], page.QuerySelectorAll("iframe[sandbox='']").Select(frame => frame.ClassName));
            Assert.All(page.QuerySelectorAll("iframe"), frame => Assert.Contains("<!DOCTYPE html>", frame.GetAttribute("srcdoc"), StringComparison.Ordinal));
            Assert.NotEmpty(page.QuerySelector("pre")!.TextContent);
        }
    }

    [Fact]
    public async Task A_preview_is_for_somebody_who_named_this_and_reads_that()
    {
        var page = await PageAsync("/local/preview/articles-appointment-1?language=es&concerns=depression,chronic-pain&concerns=nonsense");
        var repeated = await PageAsync("/local/preview/articles-appointment-1?language=es&concerns=depression&concerns=chronic-pain");

        Assert.Contains("lang=\"es\"", page.QuerySelector("iframe")!.GetAttribute("srcdoc"), StringComparison.Ordinal);
        Assert.Equal(["depression", "chronic-pain"], page.QuerySelectorAll("input[name=concerns][checked]").Select(box => box.GetAttribute("value")));
        Assert.Equal(Headlines(repeated), Headlines(page));
        Assert.Contains("depresión", Headlines(page), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_test_send_goes_to_the_mailbox_and_leads_there()
    {
        using var answer = await app.Client.PostAsync(new Uri("/local/preview/confirmation-call?language=es&concerns=", UriKind.Relative), content: null);

        Assert.Equal((HttpStatusCode.SeeOther, "/local/mail/id"), (answer.StatusCode, answer.Headers.Location!.OriginalString));
        var mail = Assert.Single(app.Provider.Accepted);
        Assert.Equal(["robin@example.com"], mail.To);
        Assert.Equal("preview", mail.SendId);
    }

    [Fact]
    public async Task A_provider_that_does_not_take_it_is_told_of()
    {
        app.Provider.Answer = _ => new SendOutcome.RefusedForGood("no");

        using var answer = await app.Client.PostAsync(new Uri("/local/preview/digest", UriKind.Relative), content: null);

        Assert.Equal(HttpStatusCode.BadGateway, answer.StatusCode);
    }

    [Fact]
    public async Task There_is_no_preview_of_what_is_no_mail()
    {
        using var answer = await app.Client.GetAsync(new Uri("/local/preview/birthday", UriKind.Relative));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    // The part above the foot, whose links hold the time at which they were made.
    private static string Headlines(IDocument page) => string.Join('\n', page.QuerySelector("pre")!.TextContent.Split('\n').Where(line => !line.Contains("http", StringComparison.Ordinal)));

    private async Task<IDocument> PageAsync(string address)
    {
        using var answer = await app.Client.GetAsync(new Uri(address, UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("default-src 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        return await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync());
    }
}
