using LeadFunctions.Leads;
using LeadFunctions.Tests.Safety;
using LeadFunctions.Tests.Support;
using Microsoft.Playwright;

namespace LeadFunctions.Tests.Browser;

/// <summary>Two of the staff in two browsers, strangers' words in front of them, and mails that went wrong.</summary>
[Collection(BrowserCollection.Name)]
public sealed class TwoAtTheDeskTests(BrowserFixture browser) : IAsyncLifetime
{
    private static readonly (int Width, ColorScheme Scheme)[] Looks = [(360, ColorScheme.Dark), (1280, ColorScheme.Light)];

    private VisitedApp app = null!;

    public async Task InitializeAsync() => app = ChromiumPath.WhyMissing is null ? await browser.StartAppAsync() : null!;

    public async Task DisposeAsync() => await (app?.DisposeAsync() ?? default);

    [BrowserFact]
    public async Task Two_who_work_on_one_lead_at_once_see_each_others_changes_and_overwrite_none()
    {
        var lead = await CaptureAsync(lead => lead);
        await using var front = await VisitAsync();
        await using var manager = await VisitAsync();
        await using var watching = await VisitAsync();
        manager.Expect("the server responded with a status of 409");
        await SignInAsync(front.Page, "frontdesk@example.com");
        await SignInAsync(manager.Page, "manager@example.com");
        await SignInAsync(watching.Page, "manager@example.com");
        await watching.Page.Clock.InstallAsync();
        await watching.Page.GotoAsync("/staff");
        await front.Page.GotoAsync(AddressOf(lead));
        await manager.Page.GotoAsync(AddressOf(lead));

        await PressAsync(front.Page, "claim");
        await front.Page.IsReadyAtAsync("saved=true");
        await manager.Page.FillAsync("#note", "Called back on Tuesday");
        await PressAsync(manager.Page, "note");

        await manager.Page.GetByText("Somebody else was faster").WaitForAsync();
        Assert.Contains("frontdesk@example.com", await manager.Page.InnerTextAsync("[role=alert]"), StringComparison.Ordinal);
        Assert.Equal("Called back on Tuesday", await manager.Page.InputValueAsync("#note"));
        await PressAsync(manager.Page, "note");
        await manager.Page.IsReadyAtAsync("saved=true");

        await front.Page.ReloadAsync();
        Assert.Contains("Called back on Tuesday", await front.Page.InnerTextAsync("[aria-labelledby=history] > ol.history"), StringComparison.Ordinal);
        await watching.Page.Clock.FastForwardAsync("00:31");
        await watching.Page.GetByText("With frontdesk@example.com").WaitForAsync();
        var file = (await app.Get<ILeadDesk>().FindAsync(lead.Id, default))!;
        Assert.Equal("frontdesk@example.com", file.Lead.AssignedTo);
        Assert.Equal([TimelineKind.Assigned, TimelineKind.Noted], file.Timeline.Select(entry => entry.Deed.Kind).Where(kind => kind != TimelineKind.Viewed));
    }

    [BrowserFact]
    public async Task Whatever_strangers_and_staff_typed_stays_text_in_a_real_browser()
    {
        var names = InjectionCorpusTests.All.Where(text => PersonName.TryParse(text, out _, out _)).ToList();
        await using var visit = await VisitAsync();
        var dialogs = 0;
        visit.Page.Dialog += async (_, dialog) =>
        {
            Interlocked.Increment(ref dialogs);
            await dialog.DismissAsync();
        };
        await SignInAsync(visit.Page, "manager@example.com");
        var plain = await CaptureAsync(lead => lead with { Message = "Words" });
        await NoteAsync(plain, "A note");
        await visit.Page.GotoAsync(AddressOf(plain));
        var expected = await TagsAsync(visit.Page);

        var hostile = await CaptureAsync(lead => lead with { Name = ALead.Name(names[0]), Message = string.Join("\n", InjectionCorpusTests.All) });
        await NoteAsync(hostile, string.Join("\n", InjectionCorpusTests.All));
        foreach (var name in names)
        {
            await CaptureAsync(lead => lead with { Name = ALead.Name(name) });
        }

        await visit.Page.GotoAsync(AddressOf(hostile));
        Assert.Equal(expected, await TagsAsync(visit.Page));
        Assert.Contains(InjectionCorpusTests.All[0], await visit.Page.InnerTextAsync("blockquote"), StringComparison.Ordinal);

        await visit.Page.GotoAsync("/staff");
        var rows = await visit.Page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('#appointments ~ ul > li')].map(row => [...row.querySelectorAll('*')].map(part => part.tagName).join())");
        Assert.Equal(names.Count + 2, rows.Length);
        Assert.Single(rows.Distinct());
        Assert.Equal(0, dialogs);
    }

    [BrowserFact]
    public async Task Mails_that_were_given_up_can_be_read_and_sent_again_by_everybody()
    {
        var lead = await CaptureAsync(lead => lead with { Quarantined = false });
        var due = (await app.Get<ILeadDesk>().FindAsync(lead.Id, default))!.Due.Single(work => work.Key.Track == Track.Visitor);
        var record = new SendRecord { Key = due.Key, Result = SendResult.DeadLetter, At = app.Get<TimeProvider>().GetUtcNow(), Attempts = 1 };
        await app.Get<ILeadStore>().TryMoveAsync(new(due) { Record = record, DeadLetter = DeadLetter.NoWord }, default);
        await CaptureAsync(lead => lead with { Quarantined = true, Suspicion = new(9, ["pitch", "link"], IsSpam: true) });
        await using var visit = await VisitAsync();
        await SignInAsync(visit.Page, "frontdesk@example.com");

        foreach (var address in new[] { "/staff", "/staff?lang=es", AddressOf(lead) })
        {
            await visit.Page.GotoAsync(address);
            Assert.True(await visit.Page.IsVisibleAsync("form:has([value=put-back]) button"));
            await LookAsync(visit, address);
        }

        await visit.Page.FocusAsync("form:has([value=put-back]) button");
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.IsReadyAtAsync("saved=true");

        Assert.Empty(await app.Get<ILeadDesk>().GivenUpAsync(10, default));
        Assert.Equal(0, await visit.Page.Locator("form:has([value=put-back])").CountAsync());
    }

    private static string AddressOf(Lead lead) => $"/staff/leads/{lead.Id.ToReference("PAMB")}";

    private static Task PressAsync(IPage page, string deed) => page.ClickAsync($"form:has([name=deed][value={deed}]) button");

    private static Task<string[]> TagsAsync(IPage page) => page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('*')].map(part => part.tagName)");

    private async Task<BrowserVisit> VisitAsync()
    {
        var visit = await browser.VisitAsync(app.Address);
        visit.Expect("the server responded with a status of 404");
        return visit;
    }

    private static async Task SignInAsync(IPage page, string address)
    {
        await page.APIRequest.DeleteAsync("/local/mail.json");
        await SignInLink.OpenAsync(page, "/staff", address);
        await page.PressAsync("main button", "Enter");
        await page.Locator("#queue").WaitForAsync();
    }

    private static Task LookAsync(BrowserVisit visit, string name) => visit.AssertAccessibleAsync(name, Looks);

    private async Task<Lead> CaptureAsync(Func<Lead, Lead> change)
    {
        var lead = change(ALead.Captured(at: app.Get<TimeProvider>().GetUtcNow()));
        await app.Get<ILeadStore>().CaptureAsync(ALead.New(lead), default);
        return lead;
    }

    private Task<ChangeOutcome> NoteAsync(Lead lead, string note) => app.Get<ILeadDesk>().ChangeAsync(
        lead.Id, new(new() { Note = note }, new("manager@example.com", StaffRole.Admin, StaffDoor.Page), app.Get<TimeProvider>().GetUtcNow()), default);
}
