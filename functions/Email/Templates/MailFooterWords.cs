using LeadFunctions.Clinic;

namespace LeadFunctions.Email;

/// <summary>The words at the foot of every mail, for both of its parts.</summary>
internal static class MailFooterWords
{
    public const string Unsubscribe = "Stop these e-mails";

    /// <summary>
    /// The lines of help, by number only: their names say what they are for, and the foot of a mail must not. It is the same for everybody.
    /// </summary>
    public static string UrgentHelp(ClinicProfile clinic) =>
        $"E-mail is not read around the clock. In an emergency, day or night: {string.Join(", or ", clinic.Crisis.Lines.Select(Number))}.";

    private static string Number(CrisisLine line) => line.Text is null ? $"call {line.Call}" : $"call or text {line.Call}";
}
