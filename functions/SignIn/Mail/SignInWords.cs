using LeadFunctions.Clinic;
using LeadFunctions.Email;
using LeadFunctions.Languages;

namespace LeadFunctions.SignIn;

/// <summary>What the mail with a link says, in the language that was read when it was asked for.</summary>
public sealed class SignInWords(string link, ClinicProfile clinic)
{
    public MailFrame Frame => new(SignInMailText.Subject, SignInMailText.Preheader, SignInMailText.Reason.With(clinic.Name), UnsubscribeUrl: null);

    public string Link => link;

    public string ToText() => new PlainMail(Frame, clinic)
        .Paragraph(SignInMailText.Heading)
        .Paragraph(SignInMailText.Intro)
        .Paragraph(link)
        .End();
}
