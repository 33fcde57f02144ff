using Microsoft.Extensions.Options;

namespace LeadFunctions.Email;

/// <summary>Whether the provider tells us what becomes of mails. Where it does not, silence proves nothing.</summary>
public sealed class DeliveryReports(IOptions<EmailOptions> email, IOptions<SendGridOptions> sendGrid)
{
    /// <summary>Whether a mail that arrived is reported to have arrived: the provider's webhook is set up.</summary>
    public bool ComeIn => email.Value.Provider == EmailOptions.SendGrid && sendGrid.Value.WebhookPublicKeys.Count > 0;
}
