using LeadFunctions.Clinic;
using LeadFunctions.Email;
using LeadFunctions.Languages;
using LeadFunctions.Leads;
using LeadFunctions.StaffMail;

namespace LeadFunctions.Digest;

/// <summary>What the digest says.</summary>
public sealed class DigestWords(DigestContent content, StaffLeadFacts facts, string staffUrl, ClinicProfile clinic, DateTimeOffset now)
{
    // Mail programs cut a mail off at about 100 kB; so many leads stay below, whatever they wrote.
    private const int MostOfAGroup = 20;
    private const int LongestMessage = 160;

    public const string OpenStaffPage = "See the requests";

    private readonly int waiting = content.Urgent.Count + content.Calls.Count + content.Appointments.Count;

    public MailFrame Frame => new(
        waiting == 0 ? "No new requests" : $"{Requests(waiting)} waiting",
        $"{SpokenTime.Date(content.Date)} at a glance.",
        $"You get this because you are on the list of staff who answer requests at {clinic.Name}.",
        UnsubscribeUrl: null);

    public string Heading => SpokenTime.Date(content.Date);

    public string Intro => waiting switch
    {
        0 => "No new requests.",
        1 => "One person is waiting for an answer.",
        _ => $"{waiting} people are waiting for an answer. Those who have waited longest come first.",
    };

    public IReadOnlyList<DigestGroup> Groups { get; } =
    [
        .. Group("URGENT: call at once", content.Urgent, facts, now),
        .. Group("Calls", content.Calls, facts, now),
        .. Group("Appointments", content.Appointments, facts, now),
    ];

    public IReadOnlyList<string> Remarks =>
    [
        .. content.Quarantined == 0 ? Array.Empty<string>() : [$"{Requests(content.Quarantined)} held back as probable spam. Nobody has been written to; please have a look."],
        .. content.DeadLetters.Count == 0 ? Array.Empty<string>() : [DeadLetters],
        .. waiting == 0 ? Array.Empty<string>() : [Note],
    ];

    /// <summary>Where the people are listed, behind a sign-in; null when the mail lists them itself.</summary>
    public string? StaffUrl => facts.IsCountsOnly ? staffUrl : null;

    private string DeadLetters => facts.IsCountsOnly
        ? $"A mail could not be sent for {Requests(content.DeadLetters.Count)}. Please call these people instead."
        : $"A mail could not be sent for {References}. Please call these people instead.";

    private string References => string.Join(", ", content.DeadLetters.Select(lead => lead.ToReference(clinic.ReferencePrefix)));

    private string Note => facts.IsCountsOnly
        ? "Who they are, what they wrote and how to reach them is not sent by e-mail."
        : facts.IsFull
        ? "This mail holds health information. Please do not forward it, and delete it when the requests are answered."
        : "What they wrote and how to reach them is not sent by e-mail. Look it up by the reference.";

    private static string Requests(int count) => Phrases.Count(count, "1 request", "{0:N0} requests");

    public string ToText()
    {
        var mail = new PlainMail(Frame, clinic).Paragraph(Heading).Paragraph(Intro);
        foreach (var group in Groups)
        {
            mail.Paragraph(group.Heading.ToUpperInvariant());
            foreach (var entry in group.Entries)
            {
                mail.Facts([new(entry.Who, entry.Reference), .. entry.Facts]);
            }

            if (group.More is { } more)
            {
                mail.Paragraph(more);
            }
        }

        foreach (var remark in Remarks)
        {
            mail.Paragraph(remark);
        }

        if (StaffUrl is { } url)
        {
            mail.Paragraph($"{OpenStaffPage}: {url}");
        }

        return mail.End();
    }

    private static IEnumerable<DigestGroup> Group(string name, IReadOnlyList<Lead> leads, StaffLeadFacts facts, DateTimeOffset now)
    {
        if (leads.Count > 0 && facts.IsCountsOnly)
        {
            yield return new($"{name} ({leads.Count})", [], More: null);
        }
        else if (leads.Count > 0)
        {
            var shown = leads.OrderBy(lead => lead.CapturedAt).Take(MostOfAGroup);
            yield return new(
                $"{name} ({leads.Count})",
                [.. shown.Select(lead => new DigestEntry(facts.Who(lead), facts.Reference(lead), facts.Of(lead, now, LongestMessage)))],
                leads.Count > MostOfAGroup ? $"And {leads.Count - MostOfAGroup} more, who wrote later." : null);
        }
    }
}
