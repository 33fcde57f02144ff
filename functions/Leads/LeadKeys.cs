using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace LeadFunctions.Leads;

/// <summary>
/// The keyed hashes under which people and submissions are filed: HMAC-SHA256 (RFC 2104) with the secret pepper, so that a stolen
/// table does not tell, even by trying addresses, who is in it.
/// </summary>
public sealed class LeadKeys(IOptions<LeadsOptions> options)
{
    private const int KeyBytes = 16;

    // Of what is searched by: two that are taken for one cost a look at a lead that is not meant.
    private const int SearchLength = 10;

    private readonly byte[] pepper = Encoding.UTF8.GetBytes(options.Value.Pepper);

    /// <summary>The key of a person: the e-mail address names them, else the telephone number.</summary>
    /// <exception cref="ArgumentException">Neither is given.</exception>
    public ContactKey Contact(EmailAddress? email, PhoneNumber? phone)
    {
        var text = email is { } address ? "email:" + address.Normalized
            : phone is { } number ? "phone:" + number.E164
            : throw new ArgumentException("A contact has an e-mail address or a telephone number.", nameof(email));
        return ContactKey.Parse(Hash(text));
    }

    /// <summary>The key of one submission, so that its repetition is recognised.</summary>
    public string Submission(string submissionId) => Hash("submission:" + submissionId);

    /// <summary>Tells whether two submissions say the same, without keeping what they say.</summary>
    public string Fingerprint(string canonicalText) => Hash("content:" + canonicalText);

    /// <summary>The number that stands for an article in links: the same for ever, and to strangers it names nothing.</summary>
    public ulong Article(string slug) => Convert.ToUInt64(Hash("article:" + slug)[..16], 16);

    /// <summary>The key of a member of staff in links: the same for ever, however the address is written, and to strangers it names nobody.</summary>
    public string Member(EmailAddress address) => Hash("member:" + address.Normalized);

    /// <summary>Hides a byte about a lead in a link: exclusive or with it, and again to read it.</summary>
    public byte Veil(LeadId lead) => Convert.ToByte(Hash("veil:" + lead)[..2], 16);

    /// <summary>The key of something that happened, made of all that was told of it.</summary>
    public string Event(string canonicalText) => Hash("event:" + canonicalText);

    /// <summary>The key of a network address: tells the same place from another, and not where it is.</summary>
    public string Network(IPAddress address) => Hash("network:" + address.MapToIPv6())[..16];

    /// <summary>The key of how a word of a name begins, by which leads are found whose name is sealed.</summary>
    public string Beginning(string letters) => Hash("beginning:" + letters)[..SearchLength];

    /// <summary>The key of the last digits of a telephone number, by which leads are found whose number is sealed.</summary>
    public string LastDigits(string digits) => Hash("digits:" + digits)[..SearchLength];

    private string Hash(string text) => Convert.ToHexStringLower(HMACSHA256.HashData(pepper, Encoding.UTF8.GetBytes(text)).AsSpan(0, KeyBytes));
}
