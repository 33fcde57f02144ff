using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using LeadFunctions.Articles;
using LeadFunctions.Capture;
using LeadFunctions.Clinic;
using LeadFunctions.Leads;

namespace LeadFunctions.Tests.Pages;

/// <summary>The forms on which people ask for an appointment or a call.</summary>
public sealed class FormPageTests : IAsyncDisposable
{
    private const string Hostile = "\"'><script>alert(1)</script></textarea><img src=x onerror=alert(1)>&amp;";

    private static readonly (string Name, string Value)[] Filled =
    [
        ("name", "Robin Example"), ("email", "robin@example.com"), ("phone", "650-555-0123"), ("contactBy", "text"), ("visit", "telehealth"),
        ("preferredTimes.day", "tuesday"), ("preferredTimes.part", "morning"), ("preferredTimes.day", "2026-12-01"), ("preferredTimes.part", "evening"),
        ("preferredTimes.day", "any"), ("preferredTimes.part", "afternoon"),
        ("concerns", "anxiety"), ("concerns", "sleep"), ("concerns", "telehealth"), ("message", "First line\nsecond"),
        ("consent.calls", "true"), ("consent.articles", "true"),
        ("submissionId", "0d1f7a3e-5c1b-4f0e-9a66-2f6c1f7f0a11"),
        ("source.page", "https://mindbody.example.com/a?b=c&d"), ("source.article", "x"), ("source.campaign", "autumn"),
    ];

    private readonly PageBench bench = new();

    public static TheoryData<LeadKind> Kinds => [LeadKind.Appointment, LeadKind.Call];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Every_control_has_a_label_and_an_id_of_its_own(LeadKind kind)
    {
        var page = await bench.FormAsync(kind);

        Assert.All(PageBench.Controls(page), control => Assert.NotEmpty(Labels(page, control)));
        Assert.Distinct(page.QuerySelectorAll("[id]").Select(element => element.Id));
        Assert.All(page.QuerySelectorAll("fieldset"), group => Assert.NotEqual("", group.QuerySelector("legend")!.TextContent.Trim()));
        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task It_sends_only_fields_that_are_read(LeadKind kind)
    {
        var page = await bench.FormAsync(kind, PageBench.Fields(Filled));

        var names = page.QuerySelectorAll("form [name]").Select(control => control.GetAttribute("name")!);

        Assert.All(names, name => Assert.True(
            SubmissionSchema.IsText(name, withKind: false) || SubmissionSchema.IsTextList(name) || SubmissionSchema.IsFlag(name) || SubmissionSchema.IsPreferredTimePart(name),
            name));
        var form = Assert.IsAssignableFrom<IHtmlFormElement>(page.QuerySelector("form"));
        Assert.Equal(("post", kind == LeadKind.Call ? "/api/calls?lang=en" : "/api/appointments?lang=en"), (form.Method, form.GetAttribute("action")));
    }

    [Fact]
    public async Task It_offers_every_concern_and_asks_for_each_consent_in_its_words_unticked()
    {
        var page = await bench.FormAsync(LeadKind.Appointment);

        var consents = bench.Get<ClinicProfile>().Consents;
        Assert.Equal(bench.Get<ConcernCatalogue>().All.Select(concern => concern.Id), page.QuerySelectorAll("[name=concerns]").Select(box => box.GetAttribute("value")));
        (string Name, ConsentText Text)[] asked = [("consent.articles", consents.Articles), ("consent.calls", consents.Calls), ("consent.texts", consents.Texts)];
        Assert.All(
            asked,
            consent =>
            {
                var box = Assert.IsAssignableFrom<IHtmlInputElement>(page.QuerySelector($"[name='{consent.Name}']"));
                Assert.False(box.IsChecked);
                Assert.Equal(consent.Text.Current.Text.English, Assert.Single(Labels(page, box)).TextContent);
            });
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task What_only_machines_fill_in_is_neither_seen_nor_heard_nor_reached_nor_filled_by_a_browser(LeadKind kind)
    {
        var page = await bench.FormAsync(kind, PageBench.Fields((SubmissionSchema.Trap, "filled by a machine")), 400);

        var trap = Assert.IsAssignableFrom<IHtmlInputElement>(Assert.Single(page.QuerySelectorAll($"form [name='{SubmissionSchema.Trap}']")));
        Assert.Equal(("text", "", "-1", "off"), (trap.Type, trap.Value, trap.GetAttribute("tabindex"), trap.GetAttribute("autocomplete")));
        Assert.NotNull(trap.Closest("[aria-hidden=true]"));
        Assert.DoesNotMatch("display: *none", page.QuerySelector("style")!.TextContent.Split(".apart")[1].Split('}')[0]);
        Assert.Equal("Leave this field empty", Assert.Single(Labels(page, trap)).TextContent);
        Assert.DoesNotMatch("(?i)name|mail|phone|tel|url|web|address|city|zip|company|user|pass|card|date|birth", trap.Name!);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Every_form_carries_a_token_of_its_own_kind(LeadKind kind)
    {
        var page = await bench.FormAsync(kind);

        var token = Assert.Single(page.QuerySelectorAll($"form input[type=hidden][name='{SubmissionSchema.FormToken}']")).GetAttribute("value");
        Assert.IsType<FormTokenReading.Genuine>(bench.Get<FormTokens>().Read(token, kind));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task All_that_was_typed_is_kept(LeadKind kind)
    {
        var page = await bench.FormAsync(kind, PageBench.Fields(Filled), 400);

        Assert.Equal(Filled.Order(), PageBench.Said(page).Order());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Whatever_was_typed_stays_text(LeadKind kind)
    {
        var hostile = Filled.Select(field => field.Name is "contactBy" or "visit" or "concerns" || field.Name.StartsWith("consent", StringComparison.Ordinal) || field.Name == "submissionId"
            ? field
            : field with { Value = Hostile }).ToArray();
        var harmless = hostile.Select(field => field.Value == Hostile ? field with { Value = "x" } : field);

        var page = await bench.FormAsync(kind, PageBench.Fields(hostile), 400, Hostile);
        var same = await bench.FormAsync(kind, PageBench.Fields(harmless), 400, "x");

        Assert.Equal(same.All.Select(element => element.LocalName), page.All.Select(element => element.LocalName));
        Assert.Equal(hostile.Order(), PageBench.Said(page).Order());
        Assert.DoesNotContain(page.All, element => element.Attributes.Any(attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_field_that_is_wrong_says_so_where_it_stands_and_in_a_list_that_leads_to_it()
    {
        var fields = bench.Judged(LeadKind.Appointment, [("name", " "), ("email", "robin@"), ("contactBy", "phone"), ("concerns", "nonsense"), ("preferredTimes.day", "someday"), ("message", "\u202E")]);
        fields.Errors.Add("body", "Something about the whole.");

        var page = await bench.FormAsync(LeadKind.Appointment, fields, 400);

        var messages = fields.Errors.ByField.SelectMany(field => field.Value).ToArray();
        var summary = page.QuerySelector("[role=alert]")!;
        Assert.Equal(messages.Order(), summary.QuerySelectorAll("li").Select(item => item.TextContent.Trim()).Order());
        Assert.Equal(messages.Length - 1, summary.QuerySelectorAll("a").Length);
        Assert.All(summary.QuerySelectorAll("a"), link =>
        {
            var target = page.QuerySelector(link.GetAttribute("href")!);
            Assert.NotNull(target);
            Assert.Contains(link.TextContent, Description(page, target), StringComparison.Ordinal);
        });
        Assert.Equal("true", page.QuerySelector("#email")!.GetAttribute("aria-invalid"));
        Assert.False(page.QuerySelector("#visit")!.HasAttribute("aria-invalid"));
        Assert.StartsWith("Please check", page.Title, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task The_list_of_what_is_wrong_has_the_order_of_the_page(LeadKind kind)
    {
        var page = await bench.FormAsync(kind, bench.Judged(kind, [("contactBy", "text"), ("email", "x"), ("phone", "x"), ("concerns", "nonsense"), ("message", "\u202E")]), 400);

        var ids = page.QuerySelectorAll("[id]").Select(element => element.Id).ToList();
        var targets = page.QuerySelectorAll("[role=alert] a").Select(link => ids.IndexOf(link.GetAttribute("href")![1..])).ToArray();

        Assert.Equal(5, targets.Length);
        Assert.Equal(targets.Order(), targets);
    }

    [Fact]
    public async Task Nothing_is_pointed_at_when_nothing_is_wrong()
    {
        var page = await bench.FormAsync(LeadKind.Appointment);

        Assert.Null(page.QuerySelector("[role=alert], [aria-invalid], .error"));
        Assert.All(page.QuerySelectorAll("[aria-describedby]"), control => Assert.NotEqual("", Description(page, control)));
    }

    [Fact]
    public async Task Each_form_has_its_own_submission_id_which_stays_until_it_is_used_up()
    {
        var first = Id(await bench.FormAsync(LeadKind.Call));
        var second = Id(await bench.FormAsync(LeadKind.Call));
        var kept = Id(await bench.FormAsync(LeadKind.Call, PageBench.Fields(("submissionId", first)), 503, "Away."));
        var used = Id(await bench.FormAsync(LeadKind.Call, PageBench.Fields(("submissionId", first)), 409, "Sent before."));

        Assert.Matches("^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$", first);
        Assert.Equal(first, kept);
        Assert.Distinct([first, second, used]);

        static string Id(IHtmlDocument page) => page.QuerySelector("[name=submissionId]")!.GetAttribute("value")!;
    }

    [Theory]
    [InlineData(LeadKind.Call, 0, "We are open now and usually call within 15 minutes.")]
    [InlineData(LeadKind.Appointment, 0, "We are open now and usually answer within 4 hours.")]
    [InlineData(LeadKind.Appointment, 4, "We are open now and will answer by 11:00 AM tomorrow at the latest.")]
    [InlineData(LeadKind.Call, 8, "We are closed just now and open tomorrow at 8:30 AM.")]
    public async Task It_says_how_soon_somebody_answers(LeadKind kind, int hoursAfterNoon, string expected)
    {
        bench.Advance(TimeSpan.FromHours(hoursAfterNoon));

        var page = await bench.FormAsync(kind);

        Assert.StartsWith(expected, page.QuerySelector(".lead")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_in_danger_stands_before_the_form()
    {
        var page = await bench.FormAsync(LeadKind.Call);

        var first = page.QuerySelector("main")!.Children[0];
        Assert.Equal(["tel:988", "tel:911"], first.QuerySelectorAll("a").Select(link => link.GetAttribute("href")));
        Assert.Single(page.QuerySelectorAll(".crisis"));
    }

    [Fact]
    public async Task Days_on_which_the_clinic_is_closed_are_not_offered()
    {
        var page = await bench.FormAsync(LeadKind.Call);

        var days = page.QuerySelectorAll("#day-0 option").Select(option => option.GetAttribute("value"));
        Assert.Equal(["", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "any"], days);
    }

    public ValueTask DisposeAsync() => bench.DisposeAsync();

    private static IEnumerable<IElement> Labels(IHtmlDocument page, IElement control) =>
        page.QuerySelectorAll("label").Where(label => (label.GetAttribute("for") == control.Id || label.Contains(control)) && label.TextContent.Trim().Length > 0);

    private static string Description(IHtmlDocument page, IElement control) => string.Join(
        ' ',
        from element in control.QuerySelectorAll("[aria-describedby]").Prepend(control)
        from id in (element.GetAttribute("aria-describedby") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)
        select page.GetElementById(id)!.TextContent);
}
