using System.Buffers.Binary;
using System.Security.Cryptography;
using LeadFunctions.Email;
using LeadFunctions.Languages;
using LeadFunctions.Leads;

namespace LeadFunctions.StaffMail;

/// <summary>
/// The links by which staff act from a mail: each for one lead, one deed and one member, good for seven days. What is inside is signed and names
/// nobody: the member stands there as a keyed hash, and is looked for among those who are on the list when the link is used.
/// </summary>
public sealed class DeedLinks(TokenSigner signer, LeadKeys keys, LeadLinks links, StaffDirectory staff)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    /// <summary>The path of the page behind a link, before its token.</summary>
    public const string Path = "/staff/act/";

    private const int IdBytes = 4;
    private const int MemberBytes = 16;

    /// <summary>The address of the page with the one button. Opening it changes nothing.</summary>
    /// <param name="lead">The lead.</param>
    /// <param name="deed">What the button does.</param>
    /// <param name="member">Whose mail the link stands in; somebody who may be told of leads.</param>
    public string For(LeadId lead, MailDeed deed, StaffMember member)
    {
        var content = new byte[IdBytes + 1 + MemberBytes];
        BinaryPrimitives.WriteUInt32BigEndian(content, lead.Value);
        content[IdBytes] = (byte)deed;
        Convert.FromHexString(keys.Member(member.Address)).CopyTo(content, IdBytes + 1);
        var page = links.To(Path + signer.Sign(TokenPurpose.MailDeed, content, Lifetime));
        return member.Language == Language.English ? page : $"{page}?{member.Language.Query}";
    }

    /// <summary>All that a member can do from a mail, what is best first, each with the words of the language that is spoken now.</summary>
    public IReadOnlyList<MailFact> All(LeadId lead, StaffMember member) =>
    [
        .. new (string Words, MailDeed Deed)[]
        {
            (StaffMailText.LinkCalled, MailDeed.Called),
            (StaffMailText.LinkBooked, MailDeed.Booked),
            (StaffMailText.LinkClaimed, MailDeed.Claimed),
            (StaffMailText.LinkSpam, MailDeed.Spam),
        }
        .Select(link => (link.Words, Url: For(lead, link.Deed, member)))
        .Select(link => new MailFact(link.Words, link.Url, link.Url)),
    ];

    public DeedLink Read(string? token)
    {
        if (signer.Verify(TokenPurpose.MailDeed, token, out var expiresAt) is not { Length: IdBytes + 1 + MemberBytes } content)
        {
            return expiresAt == DateTimeOffset.MaxValue ? new DeedLink.NotOurs() : new DeedLink.Expired();
        }

        return Enum.IsDefined((MailDeed)content[IdBytes]) && MemberOf(content.AsSpan(IdBytes + 1)) is { } member
            ? new DeedLink.Good(new(BinaryPrimitives.ReadUInt32BigEndian(content)), (MailDeed)content[IdBytes], member)
            : new DeedLink.NotOurs();
    }

    private StaffMember? MemberOf(ReadOnlySpan<byte> hash)
    {
        foreach (var member in staff.Members.Where(member => member.FollowsLeads))
        {
            if (CryptographicOperations.FixedTimeEquals(Convert.FromHexString(keys.Member(member.Address)), hash))
            {
                return member;
            }
        }

        return null;
    }
}
