using System.Text;
using LeadFunctions.Leads;
using LeadFunctions.StaffMail;
using LeadFunctions.Tests.Access;
using LeadFunctions.Tests.Support;

namespace LeadFunctions.Tests.Mails;

/// <summary>The alert and the digest, and how much they tell.</summary>
public sealed class StaffMailTests : IAsyncDisposable
{
    private const string Hostile = "Robin <script>alert(1)</script> <img src=x onerror=alert(1)> </td></table> \"'&";

    private readonly MailBench bench = new();

    [Fact]
    public async Task An_alert_goes_to_those_who_follow_leads_and_names_kind_and_reference_in_its_subject()
    {
        var lead = ALead.Captured(kind: LeadKind.Call);

        var mail = await bench.AlertAsync(lead);

        Assert.Equal($"New call request {lead.Id.ToReference("PAMB")}", mail.Subject);
        Assert.Equal(["frontdesk@example.com"], mail.To);
        Assert.Equal("auto-generated", mail.Headers["Auto-Submitted"]);
        Assert.DoesNotContain("List-Unsubscribe", mail.Headers.Keys);
        Assert.Contains("today at 12:00 PM, less than a minute ago", mail.Text, StringComparison.Ordinal);
        Assert.Contains("by 12:15 PM today", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task By_default_an_alert_is_the_same_to_the_letter_whatever_was_named_or_written()
    {
        var lead = ALead.Captured() with { Concerns = [] };
        var plain = await bench.AlertAsync(lead);

        foreach (var concern in bench.Concerns.All)
        {
            var mail = await bench.AlertAsync(lead with
            {
                Concerns = [concern.Id],
                Message = Hostile + concern.Label.English,
                Email = ALead.Email("other@example.com"),
                Phone = ALead.Phone("650-555-0199"),
                Visit = Visit.Telehealth,
            });

            Assert.Equal((plain.Subject, plain.Html, plain.Text), (mail.Subject, mail.Html, mail.Text));
        }
    }

    [Fact]
    public async Task By_default_staff_read_first_name_and_initial_but_nothing_to_reach_or_recognise_anybody_by()
    {
        var lead = ALead.Captured() with { Message = "My back hurts." };

        var alert = await bench.AlertAsync(lead);
        var digest = await bench.DigestAsync(new(new(2026, 3, 2), [], [lead], [], 0, []));

        Assert.All([alert, digest], mail => Assert.All([mail.Html, mail.Text], part =>
        {
            Assert.Contains("Robin E.", part, StringComparison.Ordinal);
            Assert.All(["Example Robin", "Robin Example", "robin@", "650-555-0123", "555-0123", "6505550123", "epression", "hronic", "back hurts"], secret =>
                Assert.DoesNotContain(secret, part, StringComparison.Ordinal));
        }));
    }

    [Fact]
    public async Task On_request_staff_read_everything_and_can_call_from_the_mail()
    {
        var lead = ALead.Captured(kind: LeadKind.Call) with { ContactBy = ContactBy.Phone, Message = "First line\nsecond", PreferredTimes = [new("2026-03-04", PartOfDay.Morning), new("any", PartOfDay.Any)] };

        var mail = await bench.AlertAsync(lead, StaffMailOptions.Full);

        Assert.All([mail.Text, MailBench.Parse(mail).Body!.TextContent], part => Assert.All(
            ["Robin Example", "robin@example.com", "(650) 555-0123", "Depression, Chronic pain", "First line", "second", "Wednesday, March 4, morning", "any day, any time", "do not forward"],
            told => Assert.Contains(told, part, StringComparison.Ordinal)));
        Assert.Contains("tel:+16505550123", MailBench.Links(mail));
    }

    [Fact]
    public async Task Who_reads_Spanish_reads_all_of_it_in_Spanish()
    {
        var lead = ALead.Captured(kind: LeadKind.Call) with { ContactBy = ContactBy.Phone, PreferredTimes = [new("monday", PartOfDay.Morning), new("any", PartOfDay.Any)], AssignedTo = "anna@example.com" };

        var mail = await bench.AlertAsync(lead, StaffMailOptions.Full, StaffBrowser.Member("maria@example.com;staff;es"), isPassedOn: true);

        Assert.Equal(["maria@example.com"], mail.To);
        Assert.StartsWith("Nueva solicitud de llamada PAMB-", mail.Subject, StringComparison.Ordinal);
        Assert.All(
            ["Alguien desea una llamada", "Se encarga anna@example.com.", "por eso le llega a usted", "Recibida: hoy", "Prefiere: una llamada", "Idioma: English", "Lunes por la mañana; cualquier día a cualquier hora", "Mencionó: ", "Llamé y hablamos: https://requests.example.com/staff/act/"],
            told => Assert.Contains(told, mail.Text, StringComparison.Ordinal));
        Assert.Contains("Llamar al (650) 555-0123", MailBench.Parse(mail).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("?lang=es", mail.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("www.evil.example Smith")]
    [InlineData("https://evil.example")]
    [InlineData("evil.com Smith")]
    [InlineData("<script>alert(1)</script> Smith")]
    [InlineData("Call+16505550199 Now")]
    public async Task What_is_more_than_a_name_is_not_shown_as_one(string name)
    {
        var mail = await bench.AlertAsync(ALead.Captured() with { Name = ALead.Name(name) });

        Assert.Contains("From: A visitor", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("evil", mail.Html + mail.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("Zoë Ó'Example", "Zoë Ó.")]
    [InlineData("Jean-Luc", "Jean-Luc")]
    [InlineData("山田 太郎", "山田 太.")]
    [InlineData("Robin 3", "Robin")]
    public async Task Names_of_any_script_are_shortened(string name, string expected)
    {
        var mail = await bench.AlertAsync(ALead.Captured() with { Name = ALead.Name(name) });

        Assert.Contains($"From: {expected}\n", mail.Text, StringComparison.Ordinal);
        Assert.Contains(expected, MailBench.Parse(mail).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_that_a_stranger_typed_becomes_an_element()
    {
        var harmless = ALead.Captured() with { Message = "Hello", PreferredTimes = [new("any", PartOfDay.Any)] };
        var hostile = harmless with
        {
            Name = ALead.Name(Hostile),
            Message = Hostile,
            Concerns = [Hostile, "<b>"],
            Email = ALead.Email("a&b'c@example.com"),
            PreferredTimes = [new(Hostile, PartOfDay.Any)],
        };

        var alerts = (await bench.AlertAsync(harmless, StaffMailOptions.Full), await bench.AlertAsync(hostile, StaffMailOptions.Full));
        var digests = (
            await bench.DigestAsync(new(new(2026, 3, 2), [], [harmless], [], 0, []), StaffMailOptions.Full),
            await bench.DigestAsync(new(new(2026, 3, 2), [], [hostile], [], 0, []), StaffMailOptions.Full));

        Assert.Equal(MailBench.Tags(alerts.Item1), MailBench.Tags(alerts.Item2));
        Assert.Equal(MailBench.Tags(digests.Item1), MailBench.Tags(digests.Item2));
        Assert.Contains(Hostile, MailBench.Parse(alerts.Item2).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_digest_counts_in_its_subject_and_puts_first_who_has_waited_longest()
    {
        var early = ALead.Captured(at: ALead.Noon - TimeSpan.FromHours(20), kind: LeadKind.Call);
        var late = ALead.Captured(at: ALead.Noon - TimeSpan.FromMinutes(5), kind: LeadKind.Call);
        var appointment = ALead.Captured(at: ALead.Noon - TimeSpan.FromHours(1));

        var mail = await bench.DigestAsync(new(new(2026, 3, 2), [], [late, early], [appointment], Quarantined: 2, DeadLetters: [late.Id]));

        Assert.Equal("3 requests waiting", mail.Subject);
        Assert.Equal("digest20260303", mail.SendId);
        Assert.All([mail.Text, MailBench.Parse(mail).Body!.TextContent], part =>
        {
            string[] inOrder = ["Monday, March 2", "3 people", early.Id.ToReference("PAMB"), "(overdue)", late.Id.ToReference("PAMB"), appointment.Id.ToReference("PAMB"), "2 requests held back", "A mail could not be sent for " + late.Id.ToReference("PAMB")];
            var places = inOrder.Select(text => part.IndexOf(text, StringComparison.Ordinal)).ToArray();
            Assert.DoesNotContain(-1, places);
            Assert.Equal(places.Order(), places);
        });
    }

    [Theory]
    [InlineData(1, 0, "1 request waiting")]
    [InlineData(0, 3, "No new requests")]
    public async Task The_digests_subject_is_english_whatever_the_count(int calls, int quarantined, string subject)
    {
        var mail = await bench.DigestAsync(new(new(2026, 3, 2), [], [.. Enumerable.Range(0, calls).Select(_ => ALead.Captured())], [], quarantined, []));

        Assert.Equal(subject, mail.Subject);
    }

    [Fact]
    public async Task A_digest_of_very_many_says_how_many_more_there_are_and_is_not_cut_off_by_mail_programs()
    {
        var calls = Enumerable.Range(0, 300).Select(_ => ALead.Captured(kind: LeadKind.Call) with { Message = new string('<', 2000) }).ToArray();
        var appointments = Enumerable.Range(0, 300).Select(_ => ALead.Captured() with { Message = new string('\u4E00', 2000) }).ToArray();

        var mail = await bench.DigestAsync(new(new(2026, 3, 2), [], calls, appointments, 0, []), StaffMailOptions.Full);

        Assert.Equal("600 requests waiting", mail.Subject);
        Assert.Contains("And 280 more", mail.Text, StringComparison.Ordinal);
        Assert.InRange(Encoding.UTF8.GetByteCount(mail.Html), 1, 100_000);
    }

    [Theory]
    [InlineData("minimal", true)]
    [InlineData("full", true)]
    [InlineData("Full", false)]
    [InlineData("", false)]
    public void A_misspelt_detail_stops_the_start_with_the_settings_name(string detail, bool isGood)
    {
        var result = new StaffMailOptionsValidator().Validate(name: null, new() { Detail = detail });

        Assert.Equal(isGood, result.Succeeded);
        Assert.Equal(!isGood, result.FailureMessage?.Contains("Digest__Detail", StringComparison.Ordinal) ?? false);
    }

    public ValueTask DisposeAsync() => bench.DisposeAsync();
}
