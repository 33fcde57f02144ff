using LeadFunctions.Email;
using LeadFunctions.Languages;
using LeadFunctions.Leads;

namespace LeadFunctions.FollowUp;

/// <summary>Makes the mail of a piece of work: the alert to staff, in English, or the confirmation or articles, in the visitor's language.</summary>
public sealed class FollowUpMails(AlertMail alert, ConfirmationMail confirmation, ArticlesMail articles)
{
    public async Task<EmailMessage> ComposeAsync(Decision.Send send)
    {
        var isToStaff = send.Work.Key.Track == Track.Alert;

        // To the end of this method only: what is composed beside it speaks its own.
        (isToStaff ? Language.English : send.Lead.Language).Speak();
        return send.Work.Key switch
        {
            { Track: Track.Alert } => await alert.ComposeAsync(send),
            { Step: 0 } => await confirmation.ComposeAsync(send),
            _ => await articles.ComposeAsync(send),
        };
    }
}
