namespace LeadFunctions.Leads;

/// <summary>What a signed token is for; a token of one purpose is nothing on another route.</summary>
public enum TokenPurpose
{
    Unsubscribe,
    Article,
    Thanks,
    Form,
    SignIn,
    StaffForm,
    Privacy,
    MailDeed,
}
