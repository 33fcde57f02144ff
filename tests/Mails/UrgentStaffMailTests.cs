using LeadFunctions.Leads;
using LeadFunctions.StaffMail;
using LeadFunctions.Tests.Support;

namespace LeadFunctions.Tests.Mails;

/// <summary>How staff learn that somebody may be in danger.</summary>
public sealed class UrgentStaffMailTests : IAsyncDisposable
{
    private readonly MailBench bench = new();

    [Fact]
    public async Task The_alert_says_so_in_its_subject_and_its_heading_and_tells_nothing_of_what_was_written()
    {
        var lead = Urgent() with { Message = "I want to die." };

        var mail = await bench.AlertAsync(lead);

        Assert.Equal($"URGENT: new call request {lead.Id.ToReference("PAMB")}", mail.Subject);
        Assert.Equal("Urgent: please call at once", MailBench.Parse(mail).QuerySelector("h1")!.TextContent);
        Assert.Contains("must not wait", mail.Text, StringComparison.Ordinal);
        Assert.All([mail.Subject, mail.Text, mail.Html], part => Assert.All(["die", "suicid", "crisis", "danger"], word =>
            Assert.DoesNotMatch($@"(?i)\b{word}\w*\b", part)));
    }

    [Fact]
    public async Task A_protected_mail_has_the_number_whatever_they_prefer()
    {
        var mail = await bench.AlertAsync(Urgent() with { ContactBy = ContactBy.Email }, StaffMailOptions.Full);

        Assert.Contains("tel:+16505550123", MailBench.Links(mail));
    }

    [Fact]
    public async Task Without_a_number_staff_are_told_to_look_for_another_way()
    {
        var mail = await bench.AlertAsync(Urgent() with { Phone = null });

        Assert.Contains("There is no number to call", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_digest_names_them_first_and_in_a_group_of_their_own()
    {
        var urgent = Urgent();
        var ordinary = ALead.Captured(at: ALead.Noon - TimeSpan.FromHours(20), kind: LeadKind.Call);

        var mail = await bench.DigestAsync(new(new(2026, 3, 2), [urgent], [ordinary], [], 0, []));

        Assert.Equal("2 requests waiting", mail.Subject);
        var text = mail.Text;
        string[] inOrder = ["URGENT: CALL AT ONCE (1)", urgent.Id.ToReference("PAMB"), "CALLS (1)", ordinary.Id.ToReference("PAMB")];
        var places = inOrder.Select(part => text.IndexOf(part, StringComparison.Ordinal)).ToArray();
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
    }

    public ValueTask DisposeAsync() => bench.DisposeAsync();

    private static Lead Urgent() => ALead.Captured(kind: LeadKind.Call) with { IsUrgent = true };
}
