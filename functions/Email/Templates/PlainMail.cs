using System.Text;
using LeadFunctions.Clinic;

namespace LeadFunctions.Email;

/// <summary>Writes the plain-text part of a mail: paragraphs with an empty line between them, and at the end what stands under every mail.</summary>
internal sealed class PlainMail(MailFrame frame, ClinicProfile clinic)
{
    private const string Rule = "----------------------------------------";

    private readonly StringBuilder text = new();

    public PlainMail Paragraph(string words)
    {
        text.Append(words).Append("\n\n");
        return this;
    }

    public PlainMail Facts(IEnumerable<MailFact> facts)
    {
        foreach (var fact in facts)
        {
            text.Append(fact.Label).Append(": ").Append(fact.Value.Replace("\n", "\n    ", StringComparison.Ordinal)).Append('\n');
        }

        text.Append('\n');
        return this;
    }

    /// <summary>The whole text, with the foot.</summary>
    public string End()
    {
        Paragraph(Rule).Paragraph(frame.Reason);
        if (frame.IsToVisitor)
        {
            Paragraph($"{MailFooterWords.Unsubscribe}: {frame.UnsubscribeUrl}\n{MailFooterWords.Preferences}: {frame.PreferencesUrl}").Paragraph(MailFooterWords.UrgentHelp(clinic));
        }

        text.Append(clinic.Name).Append('\n').Append(clinic.Address).Append('\n').Append(clinic.Phone.Shown).Append('\n');
        return text.ToString();
    }
}
