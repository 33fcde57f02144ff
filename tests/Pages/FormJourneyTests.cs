using System.Net;
using LeadFunctions.Tests.Support;

namespace LeadFunctions.Tests.Pages;

/// <summary>A visitor without JavaScript: opens the form, sends it, reads what happens next. Over real HTTP.</summary>
public sealed class FormJourneyTests : IAsyncLifetime
{
    private HostedApp app = null!;

    public async Task InitializeAsync()
    {
        app = await HostedApp.StartAsync();
        app.Client.DefaultRequestHeaders.Accept.ParseAdd("text/html,application/xhtml+xml,*/*;q=0.8");
    }

    public Task DisposeAsync() => app.DisposeAsync().AsTask();

    [Fact]
    public async Task A_form_is_opened_filled_sent_and_answered_with_the_reference()
    {
        var form = PageBench.Parse(await app.Client.GetStringAsync(new Uri("/call?concern=sleep&concern=stress&article=sleep-and-mood&utm_campaign=autumn&utm_source=letter", UriKind.Relative)));
        var filled = PageBench.Sent(form).Select(field => field.Name switch
        {
            "name" => field with { Value = "Robin Example" },
            "phone" => field with { Value = "650-555-0123" },
            _ => field,
        });

        using var sent = await PostAsync(form.QuerySelector("form")!.GetAttribute("action")!, filled);
        var thanks = PageBench.Parse(await app.Client.GetStringAsync(sent.Headers.Location));

        Assert.Equal(HttpStatusCode.SeeOther, sent.StatusCode);
        var lead = Assert.Single(app.Leads.Leads);
        Assert.Equal(["stress", "sleep"], lead.Concerns);
        Assert.Equal(("sleep-and-mood", "autumn", "letter"), (lead.Source.Article, lead.Source.Campaign, lead.Source.Referrer));
        Assert.Equal(lead.Id.ToReference("PAMB"), thanks.QuerySelector(".reference strong")!.TextContent);
        Assert.NotEmpty(thanks.QuerySelectorAll(".reading a[href^='https://mindbody.example.com/']"));
        Assert.DoesNotContain("Robin", thanks.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_with_faults_comes_back_filled_and_can_be_sent_again()
    {
        var form = PageBench.Parse(await app.Client.GetStringAsync(new Uri("/appointment", UriKind.Relative)));
        using var refused = await PostAsync("/api/appointments", PageBench.Sent(form).Select(field => field.Name == "name" ? field with { Value = "Robin" } : field));

        var again = PageBench.Parse(await refused.Content.ReadAsStringAsync());
        using var sent = await PostAsync("/api/appointments", PageBench.Sent(again).Select(field => field.Name == "email" ? field with { Value = "robin@example.com" } : field));

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal("email-error", again.QuerySelector("#email")!.GetAttribute("aria-describedby")!.Split(' ')[^1]);
        Assert.Equal(HttpStatusCode.SeeOther, sent.StatusCode);
        Assert.Equal("Robin", Assert.Single(app.Leads.Leads).Name.Value);
    }

    [Fact]
    public async Task A_hostile_link_to_a_form_fills_nothing_but_text()
    {
        var html = await app.Client.GetStringAsync(new Uri("/call?concern=%22%3E%3Cscript%3E&article=%22%3E%3Cimg%20src=x%3E&utm_term=%00%0a", UriKind.Relative));

        Assert.Empty(PageBench.Parse(html).QuerySelectorAll("script, img"));
    }

    [Theory]
    [InlineData("/thanks/nonsense")]
    [InlineData("/unsubscribe/nonsense")]
    public async Task A_link_that_is_not_ours_is_a_page_that_says_so(string path)
    {
        using var response = await app.Client.GetAsync(new Uri(path, UriKind.Relative));

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("text/html", response.Content.Headers.ContentType!.MediaType);
    }

    private Task<HttpResponseMessage> PostAsync(string path, IEnumerable<(string Name, string Value)> fields)
    {
        var content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return app.Client.PostAsync(new Uri(path, UriKind.Relative), content);
    }
}
