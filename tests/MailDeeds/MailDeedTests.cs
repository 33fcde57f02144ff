using System.Buffers.Text;
using AngleSharp.Html.Dom;
using LeadFunctions.Languages;
using LeadFunctions.Leads;
using LeadFunctions.StaffMail;
using LeadFunctions.Tests.Access;
using LeadFunctions.Tests.Pages;
using LeadFunctions.Tests.Support;

namespace LeadFunctions.Tests.MailDeeds;

/// <summary>Staff act from their mail, over HTTP: nobody signs in, and the link alone says who does what.</summary>
public sealed class MailDeedTests : IAsyncLifetime
{
    private static readonly (string Name, string Value)[] Members = [.. StaffBrowser.Members, ("Staff:Members:3", "maria@example.com;staff;es")];

    private static readonly StaffMember FrontDesk = StaffBrowser.Member("frontdesk@example.com;staff");
    private static readonly StaffMember Maria = StaffBrowser.Member("maria@example.com;staff;es");

    private HostedApp app = null!;
    private Lead lead = null!;

    private Lead Now => app.Leads.Leads.Single();

    public async Task InitializeAsync()
    {
        app = await HostedApp.StartAsync(Members);
        lead = ALead.Captured(at: app.Clock.GetUtcNow()) with { Message = "In my own words" };
        await app.Leads.CaptureAsync(ALead.New(lead), default);
    }

    public Task DisposeAsync() => app.DisposeAsync().AsTask();

    [Theory]
    [InlineData(MailDeed.Called, LeadStatus.Contacted, "Noted: you have spoken with them")]
    [InlineData(MailDeed.Booked, LeadStatus.Booked, "Noted: it is booked")]
    [InlineData(MailDeed.Spam, LeadStatus.Spam, "Noted: it is spam")]
    [InlineData(MailDeed.Claimed, LeadStatus.New, "Noted: you look after it")]
    public async Task One_press_does_what_the_link_is_for_and_the_history_says_who_did_it_by_mail(MailDeed deed, LeadStatus status, string said)
    {
        var link = LinkFor(deed, FrontDesk);

        var (looked, question) = await GetAsync(link);
        Assert.Equal(LeadStatus.New, Now.Status);
        var (pressed, answer) = await PressAsync(question);

        Assert.Equal((200, 200), (looked, pressed));
        Assert.Equal(said, answer.QuerySelector("h1")!.TextContent);
        Assert.Null(answer.QuerySelector("main form"));
        Assert.Equal(status, Now.Status);
        Assert.Equal(deed == MailDeed.Claimed ? "frontdesk@example.com" : null, Now.AssignedTo);
        Assert.Equal(deed is MailDeed.Called or MailDeed.Booked, Now.FirstRespondedAt is not null);
        Assert.All(app.Leads.TimelineOf(lead.Id), entry => Assert.Equal(new("frontdesk@example.com", StaffRole.Staff, StaffDoor.MailLink), entry.By));
        Assert.NotEmpty(app.Leads.TimelineOf(lead.Id));
    }

    [Fact]
    public async Task Looking_changes_nothing_however_often_and_shows_one_button_and_nothing_of_the_person()
    {
        var link = LinkFor(MailDeed.Called, FrontDesk);

        for (var times = 0; times < 3; times++)
        {
            var (_, page) = await GetAsync(link);
            Assert.Single(page.QuerySelectorAll("main button"));
            Assert.Contains(lead.Id.ToReference("PAMB"), page.Body!.TextContent, StringComparison.Ordinal);
            Assert.All(
                ["Robin", "robin@example.com", "555-0123", "In my own words", "epression", "ppointment"],
                text => Assert.DoesNotContain(text, page.QuerySelector("main")!.OuterHtml, StringComparison.Ordinal));
        }

        Assert.Equal(lead, Now);
        Assert.Empty(app.Leads.TimelineOf(lead.Id));
    }

    [Theory]
    [InlineData(MailDeed.Called)]
    [InlineData(MailDeed.Booked)]
    [InlineData(MailDeed.Spam)]
    [InlineData(MailDeed.Claimed)]
    public async Task Pressing_again_is_harmless_and_says_what_holds(MailDeed deed)
    {
        var link = LinkFor(deed, FrontDesk);
        var (_, first) = await PostAsync(link);
        var history = app.Leads.TimelineOf(lead.Id);

        await app.AdvanceAsync(TimeSpan.FromMinutes(1));
        var (status, second) = await PostAsync(link);
        var (_, looked) = await GetAsync(link);

        Assert.Equal(200, status);
        Assert.Equal(first.QuerySelector("h1")!.TextContent, second.QuerySelector("h1")!.TextContent);
        Assert.Null(looked.QuerySelector("main form"));
        Assert.Equal(history, app.Leads.TimelineOf(lead.Id));
    }

    [Theory]
    [InlineData(MailDeed.Called)]
    [InlineData(MailDeed.Spam)]
    [InlineData(MailDeed.Claimed)]
    public async Task What_does_not_fit_any_more_shows_what_happened_instead(MailDeed deed)
    {
        await PostAsync(LinkFor(MailDeed.Booked, Maria));

        var (looked, page) = await GetAsync(LinkFor(deed, FrontDesk));
        var (pressed, answer) = await PostAsync(LinkFor(deed, FrontDesk));

        Assert.Equal((200, 409), (looked, pressed));
        Assert.Null(page.QuerySelector("main form"));
        Assert.Equal("Nothing was changed", answer.QuerySelector("h1")!.TextContent);
        Assert.Contains("maria@example.com noted that it is booked", answer.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(LeadStatus.Booked, Now.Status);
    }

    [Fact]
    public async Task Who_claims_second_is_told_who_was_first_even_when_both_press_at_once()
    {
        app.Leads.BeforeNextChange = () => PostAsync(LinkFor(MailDeed.Claimed, Maria));

        var (status, answer) = await PostAsync(LinkFor(MailDeed.Claimed, FrontDesk));

        Assert.Equal(409, status);
        Assert.Contains("maria@example.com looks after it", answer.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("maria@example.com", Now.AssignedTo);
    }

    [Fact]
    public async Task Everybody_may_say_that_they_too_have_called()
    {
        await PostAsync(LinkFor(MailDeed.Called, Maria));

        var (_, page) = await GetAsync(LinkFor(MailDeed.Called, FrontDesk));
        var (status, _) = await PressAsync(page);

        Assert.Contains("maria@example.com has been in touch", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(200, status);
        Assert.Equal(2, app.Leads.TimelineOf(lead.Id).Count(entry => entry.Deed.Call == CallResult.Reached));
    }

    [Fact]
    public async Task Who_was_reached_is_no_spam_whatever_it_looked_like()
    {
        var held = ALead.Captured(at: app.Clock.GetUtcNow()) with { Quarantined = true, IsUrgent = true };
        await app.Leads.CaptureAsync(ALead.New(held), default);

        await PostAsync(app.Get<DeedLinks>().For(held.Id, MailDeed.Called, FrontDesk));

        var after = app.Leads.Leads.Single(lead => lead.Id == held.Id);
        Assert.Equal((false, LeadStatus.Contacted), (after.Quarantined, after.Status));
    }

    [Fact]
    public async Task A_link_is_good_for_seven_days_and_not_longer()
    {
        var link = LinkFor(MailDeed.Booked, FrontDesk);
        await app.AdvanceAsync(TimeSpan.FromDays(7));
        var (inTime, _) = await GetAsync(link);

        await app.AdvanceAsync(TimeSpan.FromSeconds(1));

        Assert.Equal(200, inTime);
        await AssertRefusedAsync(410, link);
    }

    [Fact]
    public async Task Who_is_not_on_the_list_or_not_for_leads_has_no_links()
    {
        await AssertRefusedAsync(401, LinkFor(MailDeed.Booked, StaffBrowser.Member("left@example.com;staff")));
        await AssertRefusedAsync(401, LinkFor(MailDeed.Booked, StaffBrowser.Member("marketing@example.com;marketing")));
    }

    [Fact]
    public async Task A_forged_link_does_nothing_whichever_bit_is_another()
    {
        var token = TokenOf(LinkFor(MailDeed.Booked, FrontDesk));
        var bytes = Base64Url.DecodeFromChars(token);
        foreach (var place in Enumerable.Range(0, bytes.Length))
        {
            bytes[place] ^= 1;
            await AssertRefusedAsync(401, DeedLinks.Path + Base64Url.EncodeToString(bytes));
            bytes[place] ^= 1;
        }
    }

    [Fact]
    public async Task A_link_of_another_purpose_does_nothing_here()
    {
        var links = app.Get<LeadLinks>();

        await AssertRefusedAsync(401, DeedLinks.Path + links.Unsubscribe(lead.Contact, Language.English).Split('/')[^1]);
        await AssertRefusedAsync(401, DeedLinks.Path + links.Thanks(lead.Id, lead.Kind, isUrgent: false, []).Split('/')[^1]);
    }

    [Fact]
    public async Task Another_website_cannot_make_the_browser_press_the_button()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, PathOf(LinkFor(MailDeed.Booked, FrontDesk)));
        request.Headers.Add("Sec-Fetch-Site", "cross-site");
        request.Headers.Add("Origin", "https://elsewhere.example.com");

        using var response = await app.Client.SendAsync(request);

        Assert.Equal(403, (int)response.StatusCode);
        Assert.Equal(LeadStatus.New, Now.Status);
    }

    [Fact]
    public void The_link_names_nobody_and_nothing()
    {
        var inside = Convert.ToHexString(Base64Url.DecodeFromChars(TokenOf(LinkFor(MailDeed.Booked, FrontDesk))));

        Assert.DoesNotContain(Convert.ToHexString("frontdesk"u8), inside, StringComparison.Ordinal);
        Assert.Equal((6 + 4 + 1 + 16 + 16) * 2, inside.Length);
        Assert.NotEqual(LinkFor(MailDeed.Booked, FrontDesk), LinkFor(MailDeed.Booked, Maria));
        Assert.NotEqual(LinkFor(MailDeed.Booked, FrontDesk), LinkFor(MailDeed.Called, FrontDesk));
    }

    [Fact]
    public async Task An_erased_request_says_so()
    {
        app.Leads.Put(lead.Handle, null);

        var (status, page) = await PostAsync(LinkFor(MailDeed.Called, FrontDesk));

        Assert.Equal(404, status);
        Assert.Equal("This request is no longer kept", page.QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task While_storage_is_away_nothing_is_said_to_be_done()
    {
        app.Leads.IsAway = true;

        var (status, page) = await PostAsync(LinkFor(MailDeed.Called, FrontDesk));

        Assert.Equal(503, status);
        Assert.Equal("It did not work just now", page.QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task The_page_speaks_as_the_list_says_the_member_does_or_as_the_address_asks()
    {
        var link = PathOf(LinkFor(MailDeed.Claimed, Maria));

        var (_, page) = await GetAsync(link.Split('?')[0]);
        var (_, answer) = await PressAsync(page);
        var (_, english) = await GetAsync(link.Split('?')[0] + "?lang=en");

        Assert.EndsWith("?lang=es", link, StringComparison.Ordinal);
        Assert.Equal("¿Se encarga usted?", page.QuerySelector("h1")!.TextContent);
        Assert.Equal("es", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal("Anotado: usted se encarga", answer.QuerySelector("h1")!.TextContent);
        Assert.Equal("Noted: you look after it", english.QuerySelector("h1")!.TextContent);
    }

    private string LinkFor(MailDeed deed, StaffMember member) => app.Get<DeedLinks>().For(lead.Id, deed, member);

    private static string PathOf(string link) => new Uri(new("https://requests.example.com"), link).PathAndQuery;

    private static string TokenOf(string link) => PathOf(link).Split('?')[0].Split('/')[^1];

    private async Task AssertRefusedAsync(int expected, string link)
    {
        var (looked, page) = await GetAsync(link);
        var (pressed, _) = await PostAsync(link);

        Assert.Equal((expected, expected), (looked, pressed));
        Assert.Null(page.QuerySelector("main form"));
        Assert.DoesNotContain("PAMB-", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(lead, Now);
        Assert.Empty(app.Leads.TimelineOf(lead.Id));
    }

    private async Task<(int Status, IHtmlDocument Page)> GetAsync(string link)
    {
        using var response = await app.Client.GetAsync(PathOf(link));
        Assert.True(response.Headers.CacheControl?.NoStore);
        return ((int)response.StatusCode, PageBench.Parse(await response.Content.ReadAsStringAsync()));
    }

    private async Task<(int Status, IHtmlDocument Page)> PostAsync(string link)
    {
        using var response = await app.Client.PostAsync(PathOf(link), content: null);
        return ((int)response.StatusCode, PageBench.Parse(await response.Content.ReadAsStringAsync()));
    }

    private Task<(int Status, IHtmlDocument Page)> PressAsync(IHtmlDocument page) => PostAsync(page.QuerySelector("main form")!.GetAttribute("action")!);
}
