using AngleSharp.Html.Dom;
using LeadFunctions.Leads;
using LeadFunctions.Tests.Access;
using LeadFunctions.Tests.Pages;
using LeadFunctions.Tests.Support;

namespace LeadFunctions.Tests.Staff;

/// <summary>Somebody of the staff at the desk: signed in, with the pages as a browser shows them.</summary>
internal sealed class StaffDesk(HostedApp app, string member = "frontdesk@example.com;staff")
{
    private readonly StaffBrowser browser = new StaffBrowser(app).SignIn(member);

    public static string AddressOf(Lead lead) => $"/staff/leads/{lead.Id.ToReference("PAMB")}";

    public async Task<(int Status, IHtmlDocument Page)> OpenAsync(string address)
    {
        using var response = await browser.GetAsync(address);
        Assert.True(response.Headers.CacheControl?.NoStore);
        return ((int)response.StatusCode, PageBench.Parse(await response.Content.ReadAsStringAsync()));
    }

    /// <summary>Presses a button of a page.</summary>
    /// <param name="page">The page.</param>
    /// <param name="deed">Which form.</param>
    /// <param name="typed">What is typed into it, and the value of the button.</param>
    public async Task<(int Status, IHtmlDocument Page)> PressAsync(IHtmlDocument page, string deed, params (string Name, string Value)[] typed)
    {
        var form = (IHtmlFormElement)page.QuerySelector($"main form:has(input[name=deed][value={deed}])")!;
        var fields = form.QuerySelectorAll("input[type=hidden]").OfType<IHtmlInputElement>().Select(input => (input.Name!, input.Value)).Concat(typed);
        using var response = await browser.PostAsync(form.GetAttribute("action")!, [.. fields]);
        if (response.Headers.Location is not { } location)
        {
            return ((int)response.StatusCode, PageBench.Parse(await response.Content.ReadAsStringAsync()));
        }

        Assert.Equal(303, (int)response.StatusCode);
        return ((int)response.StatusCode, (await OpenAsync(location.OriginalString)).Page);
    }

    public Task<HttpResponseMessage> PostAsync(string address, params (string Name, string Value)[] fields) =>
        browser.PostAsync(address, [.. fields, ("staffToken", browser.Token)]);
}
