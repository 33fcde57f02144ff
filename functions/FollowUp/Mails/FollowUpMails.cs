using LeadFunctions.Email;
using LeadFunctions.Leads;

namespace LeadFunctions.FollowUp;

/// <summary>Makes the mail of a piece of work: the alert to staff, the confirmation, or articles.</summary>
public sealed class FollowUpMails(AlertMail alert, ConfirmationMail confirmation, ArticlesMail articles)
{
    public Task<EmailMessage> ComposeAsync(Decision.Send send) => send.Work.Key switch
    {
        { Track: Track.Alert } => alert.ComposeAsync(send),
        { Step: 0 } => confirmation.ComposeAsync(send),
        _ => articles.ComposeAsync(send),
    };
}
