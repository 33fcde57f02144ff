using LeadFunctions.Clinic;
using LeadFunctions.Languages;

namespace LeadFunctions.Email;

/// <summary>The words at the foot of every mail, for both of its parts.</summary>
internal static class MailFooterWords
{
    public static string Unsubscribe => MailFooterText.Unsubscribe;

    public static string Preferences => MailFooterText.Preferences;

    /// <summary>
    /// The lines of help, by number only: their names say what they are for, and the foot of a mail must not. It is the same for everybody.
    /// </summary>
    public static string UrgentHelp(ClinicProfile clinic) =>
        MailFooterText.UrgentHelp.With(string.Join(MailFooterText.Or, clinic.Crisis.Lines.Select(Number)));

    private static string Number(CrisisLine line) => (line.Text is null ? MailFooterText.Call : MailFooterText.CallOrText).With(line.Call);
}
