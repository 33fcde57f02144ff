using LeadFunctions.Clinic;
using LeadFunctions.Email;
using LeadFunctions.Languages;

namespace LeadFunctions.Privacy;

/// <summary>What the mail with the link says: the same for everybody but for the link.</summary>
public sealed class PrivacyWords(string url, string unsubscribeUrl, ClinicProfile clinic)
{
    public MailFrame Frame => new(PrivacyMailText.Subject, PrivacyMailText.Preheader, PrivacyMailText.Reason.With(clinic.Name), unsubscribeUrl);

    public string Url => url;

    public string ToText() => new PlainMail(Frame, clinic)
        .Paragraph(PrivacyMailText.Heading)
        .Paragraph(PrivacyMailText.Intro)
        .Paragraph($"{PrivacyMailText.Button}: {url}")
        .End();
}
