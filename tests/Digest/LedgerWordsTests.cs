using LeadFunctions.Digest;
using LeadFunctions.Email;
using LeadFunctions.Languages;
using LeadFunctions.Leads;
using LeadFunctions.Tests.Mails;
using LeadFunctions.Tests.Support;

namespace LeadFunctions.Tests.Digest;

/// <summary>The books of a day as the digest tells them.</summary>
public sealed class LedgerWordsTests
{
    private static readonly Lead Robin = ALead.Captured();
    private static readonly Lead Held = ALead.Captured() with { Quarantined = true };
    private static readonly Lead Phone = ALead.Captured() with { Email = null };
    private static readonly LeadId Nobody = LeadId.New(new(5));

    [Fact]
    public async Task Books_that_come_out_say_so_in_one_line()
    {
        var mail = await ComposeAsync(Books(received: [Robin.Id, Held.Id, Phone.Id], alerted: [Robin.Id, Phone.Id], inFollowUp: [Robin.Id]));

        Assert.Contains(
            "The books of Sunday, March 1: 3 received = 3 stored = 2 alerted + 1 held back = 1 in follow-up + 1 held back + 1 without an e-mail address.\n\n",
            mail.Text,
            StringComparison.Ordinal);
        Assert.DoesNotContain("PAMB", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_missing_is_named_where_it_is_missing()
    {
        var mail = await ComposeAsync(Books(received: [Robin.Id, Held.Id, Nobody], alerted: [], inFollowUp: []));

        Assert.Contains("3 received ≠ 3 stored ≠ 0 alerted + 1 held back ≠ 0 in follow-up", mail.Text, StringComparison.Ordinal);
        Assert.Contains($"Received and not there: {Named(Nobody)}.", mail.Text, StringComparison.Ordinal);
        Assert.Contains($"There and never acknowledged: {Named(Phone.Id)}.", mail.Text, StringComparison.Ordinal);
        Assert.Contains($"Staff were not alerted of {Named(Robin.Id)}, {Named(Phone.Id)}.", mail.Text, StringComparison.Ordinal);
        Assert.Contains($"Not in follow-up, and should be: {Named(Robin.Id)}.", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mail_that_may_name_nobody_counts_what_is_missing()
    {
        var mail = await ComposeAsync(Books(received: [Nobody, Robin.Id, Held.Id, Phone.Id], alerted: [], inFollowUp: []), "Hipaa");

        Assert.Contains("1 request was received and is not there.", mail.Text, StringComparison.Ordinal);
        Assert.Contains("Staff were not alerted of 2 requests.", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("PAMB", mail.Text + mail.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_reads_spanish_reads_nothing_else_of_the_digests_own_words()
    {
        await using var bench = new MailBench();
        var content = new DigestContent(new(2026, 3, 2), [Robin with { IsUrgent = true }], [Phone], [], 2, [Robin.Id])
        {
            LostAlerts = [Robin.Id],
            Bookings = new(3, 1),
            Ledger = Books([Nobody], [], []),
            Week = new(new(2026, 2, 23), new(2026, 3, 1), Counts.Of([4]), [new(null, LeadKind.Call, 2, null, null)]),
        };

        var mail = await bench.DigestAsync(content, language: Language.Spanish);

        Assert.All(["URGENTE", "Leer y dejar pasar", "Cuentas del domingo 1 de marzo", "Citas hechas ayer: 3", "La semana del"], told => Assert.Contains(told, mail.Text, StringComparison.Ordinal));
        Assert.DoesNotMatch("waiting|Booked|held back|The books|alert to staff|You get this|Received|Answer due|Prefers|\\bago\\b", mail.Text);
    }

    private static string Named(LeadId lead) => lead.ToReference("PAMB");

    private static LeadLedger Books(IReadOnlyCollection<LeadId> received, IReadOnlyCollection<LeadId> alerted, IReadOnlyCollection<LeadId> inFollowUp) =>
        new() { Received = received, Stored = [Robin, Held, Phone], Alerted = alerted, InFollowUp = inFollowUp };

    private static async Task<EmailMessage> ComposeAsync(LeadLedger books, string mode = "Standard")
    {
        await using var bench = new MailBench(mode);
        return await bench.DigestAsync(new(new(2026, 3, 2), [], [], [], 0, []) { Ledger = books });
    }
}
