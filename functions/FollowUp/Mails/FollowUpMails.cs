using LeadFunctions.Email;
using LeadFunctions.Leads;

namespace LeadFunctions.FollowUp;

/// <summary>Makes the mail of a piece of work: the alert, in the language of the member of staff, or the confirmation or articles, in the visitor's.</summary>
public sealed class FollowUpMails(AlertMail alert, ConfirmationMail confirmation, ArticlesMail articles)
{
    public async Task<EmailMessage> ComposeAsync(Decision.Send send)
    {
        // To the end of this method only: what is composed beside it speaks its own.
        (send.Member?.Language ?? send.Lead.Language).Speak();
        return send.Work.Key switch
        {
            { Track: Track.Alert } => await alert.ComposeAsync(send),
            { Step: 0 } => await confirmation.ComposeAsync(send),
            _ => await articles.ComposeAsync(send),
        };
    }
}
