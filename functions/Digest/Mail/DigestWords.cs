using LeadFunctions.Clinic;
using LeadFunctions.Email;
using LeadFunctions.Languages;
using LeadFunctions.Leads;
using LeadFunctions.StaffMail;

namespace LeadFunctions.Digest;

/// <summary>What the digest says, in the language that is spoken now.</summary>
public sealed class DigestWords(DigestContent content, StaffLeadFacts facts, DigestLinks links, ClinicProfile clinic, DateTimeOffset now)
{
    // Mail programs cut a mail off at about 100 kB; so many leads stay below, whatever they wrote.
    private const int MostOfAGroup = 20;
    private const int MostInAll = 40;
    private const int MostWithLinks = 8;
    private const int LongestMessage = 160;

    public MailFrame Frame => new(
        content.Waiting == 0 ? DigestText.SubjectNone : Phrases.Count(content.Waiting, DigestText.SubjectOne, DigestText.SubjectMany),
        DigestText.Preheader.With(SpokenTime.Date(content.Date)),
        DigestText.FrameReason.With(clinic.Name),
        UnsubscribeUrl: null);

    public string Heading => SpokenTime.Date(content.Date);

    public string Intro => content.Waiting == 0 ? DigestText.IntroNone : Phrases.Count(content.Waiting, DigestText.IntroOne, DigestText.IntroMany);

    public IReadOnlyList<DigestGroup> Groups { get; } = [.. GroupsOf(content, facts, links, now)];

    public IReadOnlyList<DigestRemark> Remarks =>
    [
        .. content.Quarantined == 0
            ? Array.Empty<DigestRemark>()
            : [new(Phrases.Count(content.Quarantined, DigestText.HeldOne, DigestText.HeldMany), new(DigestText.HeldLink, links.HeldBack))],
        .. content.DeadLetters.Count == 0 ? Array.Empty<DigestRemark>() : [new(Named(content.DeadLetters, DigestText.LetterOne, DigestText.LetterMany, DigestText.LetterOf))],
        .. content.LostAlerts.Count == 0 ? Array.Empty<DigestRemark>() : [new(Named(content.LostAlerts, DigestText.AlertOne, DigestText.AlertMany, DigestText.AlertOf))],
        .. content.Bookings is { All: > 0 } booked ? [new(DigestText.Bookings.With(booked.All, booked.AfterFollowUp))] : Array.Empty<DigestRemark>(),
        .. content.Ledger is { } ledger ? new LedgerWords(ledger, content.Date.AddDays(-1), Named).Remarks : [],
        .. content.Week is { } week ? new WeekWords(week).Remarks : [],
        .. content.Waiting == 0 || facts.IsCountsOnly ? Array.Empty<DigestRemark>() : [new(StaffMailText.LinksHelp)],
        .. content.Waiting == 0 ? Array.Empty<DigestRemark>() : [new(Note)],
    ];

    /// <summary>Where the people are listed, behind a sign-in; null when the mail lists them itself.</summary>
    public string? StaffUrl => facts.IsCountsOnly ? links.Queue : null;

    private string Note => facts.IsCountsOnly ? DigestText.NoteCounts : facts.IsFull ? DigestText.NoteFull : DigestText.NoteMinimal;

    public string ToText()
    {
        var mail = new PlainMail(Frame, clinic).Paragraph(Heading).Paragraph(Intro);
        foreach (var group in Groups)
        {
            mail.Paragraph(group.Heading.ToUpper(Language.Current.Culture));
            foreach (var entry in group.Entries)
            {
                mail.Facts([new(entry.Who, entry.Reference), .. entry.Facts, .. entry.Deeds]);
            }

            if (group.More is { } more)
            {
                mail.Paragraph(more);
            }
        }

        foreach (var remark in Remarks)
        {
            mail.Paragraph(remark.Link is { } link ? $"{remark.Text} {link.Text}: {link.Url}" : remark.Text);
        }

        if (StaffUrl is { } url)
        {
            mail.Paragraph($"{DigestText.OpenStaffPage}: {url}");
        }

        return mail.End();
    }

    /// <summary>Leads by their references, or by their number where a mail may not name them.</summary>
    private string Named(IReadOnlyCollection<LeadId> leads, string one, string many, string named) => facts.IsCountsOnly
        ? Phrases.Count(leads.Count, one, many)
        : named.With(string.Join(", ", leads.Take(MostOfAGroup).Select(lead => lead.ToReference(clinic.ReferencePrefix))) + (leads.Count > MostOfAGroup ? ", …" : ""), leads.Count);

    private static IEnumerable<DigestGroup> GroupsOf(DigestContent content, StaffLeadFacts facts, DigestLinks links, DateTimeOffset now)
    {
        var shown = 0;
        foreach (var (name, leads) in new[]
        {
            (DigestText.GroupUrgent, content.Urgent),
            (DigestText.GroupOverdue, content.Overdue),
            (DigestText.GroupCalls, content.Calls),
            (DigestText.GroupAppointments, content.Appointments),
        })
        {
            if (leads.Count == 0)
            {
                continue;
            }

            var entries = facts.IsCountsOnly ? [] : leads.OrderBy(lead => lead.CapturedAt).Take(Math.Min(MostOfAGroup, MostInAll - shown)).ToList();
            var begun = shown;
            yield return new(
                $"{name} ({leads.Count})",
                [.. entries.Select((lead, index) => new DigestEntry(
                    facts.Who(lead),
                    facts.Reference(lead),
                    facts.Of(lead, now, LongestMessage),
                    begun + index < MostWithLinks ? links.DeedsFor(lead) : []))],
                entries.Count < leads.Count && !facts.IsCountsOnly ? DigestText.More.With(leads.Count - entries.Count) : null);
            shown += entries.Count;
        }
    }
}
