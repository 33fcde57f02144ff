using LeadFunctions.Leads;

namespace LeadFunctions.StaffMail;

/// <summary>What a link in a mail to staff turns out to be.</summary>
public abstract record DeedLink
{
    private DeedLink()
    {
    }

    /// <param name="Lead">The lead; it may be gone.</param>
    /// <param name="Deed">What is to be done.</param>
    /// <param name="Member">Who does it: on the list now, and may be told of leads.</param>
    public sealed record Good(LeadId Lead, MailDeed Deed, StaffMember Member) : DeedLink;

    /// <summary>It was ours, and is too old.</summary>
    public sealed record Expired : DeedLink;

    /// <summary>It is not ours, not for this, or of somebody who is not on the list, or not for leads, any more.</summary>
    public sealed record NotOurs : DeedLink;
}
