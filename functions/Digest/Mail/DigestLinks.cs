using LeadFunctions.Email;
using LeadFunctions.Languages;
using LeadFunctions.Leads;
using LeadFunctions.StaffMail;

namespace LeadFunctions.Digest;

/// <summary>Where the digest of a member leads: to the desk, behind its sign-in, and to what they can do from the mail.</summary>
public sealed class DigestLinks(LeadLinks links, DeedLinks deeds, StaffMember member)
{
    private const string Desk = "/staff";

    /// <summary>The queue.</summary>
    public string Queue => links.To(member.Language == Language.English ? Desk : $"{Desk}?{member.Language.Query}");

    /// <summary>What is held back, with the button that lets it through.</summary>
    public string HeldBack => links.To($"{Desk}?status=new&quarantined=true&{member.Language.Query}");

    /// <summary>What they can do about a lead that waits.</summary>
    public IReadOnlyList<MailFact> DeedsFor(Lead lead) => deeds.All(lead.Id, member);
}
