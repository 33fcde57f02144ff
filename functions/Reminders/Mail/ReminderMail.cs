using System.Security.Cryptography;
using LeadFunctions.Clinic;
using LeadFunctions.Email;
using LeadFunctions.Leads;
using LeadFunctions.StaffMail;

namespace LeadFunctions.Reminders;

/// <summary>Tells one of the staff, in their language, of everybody who has waited too long.</summary>
public sealed class ReminderMail(
    StaffLeadFacts facts, DeedLinks deeds, LeadLinks links, ClinicProfile clinic, MailRenderer renderer, TimeProvider clock)
{
    private const string StaffPage = "/staff";

    /// <param name="member">To whom.</param>
    /// <param name="reminders">Of what; at least one.</param>
    public async Task<EmailMessage> ComposeAsync(StaffMember member, IReadOnlyList<Reminder> reminders)
    {
        // To the end of this method only: what is composed beside it speaks its own.
        member.Language.Speak();
        var words = new ReminderWords(reminders, facts, lead => deeds.All(lead.Id, member), links.To(StaffPage), clinic, clock.GetUtcNow());
        return new()
        {
            // Of several leads: what the provider tells of it is counted with mail of no lead's sequence.
            SendId = "reminder" + RandomNumberGenerator.GetHexString(16, lowercase: true),
            To = [member.Address.Value],
            Subject = words.Frame.Subject,
            Text = words.ToText(),
            Html = await renderer.RenderAsync<ReminderBody, ReminderWords>(words),
            Headers = MailHeaders.Staff,
            ReplyTo = clinic.Mail.ReplyTo,
        };
    }
}
