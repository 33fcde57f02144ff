using System.Buffers.Binary;
using LeadFunctions.Languages;
using Microsoft.Extensions.Options;

namespace LeadFunctions.Leads;

/// <summary>The signed addresses that we put into mails and answers, and what they mean when they come back.</summary>
public sealed class LeadLinks(TokenSigner signer, LeadKeys keys, IOptions<LeadsOptions> options)
{
    private const int IdBytes = 4;
    private const int ArticleBytes = 8;
    private const int UrgentBit = 0x80;
    private const int ArticleLinkBytes = IdBytes + 1 + ArticleBytes;

    // One byte more tells the link that nobody can see from the others, inside of the signature.
    private const int CanaryBytes = ArticleLinkBytes + 1;

    private static readonly TimeSpan ThanksLifetime = TimeSpan.FromDays(30);
    private static readonly TimeSpan ArticleLifetime = TimeSpan.FromDays(730);

    /// <summary>How long the link to what is held of a person is good for.</summary>
    public static readonly TimeSpan PrivacyLifetime = TimeSpan.FromDays(7);

    private readonly string baseUrl = options.Value.PublicBaseUrl;

    /// <summary>The address of a page of ours.</summary>
    /// <param name="path">Begins with a slash.</param>
    public string To(string path) => baseUrl + path;

    /// <summary>Good for ever: a person may say stop whenever they find the mail (RFC 8058).</summary>
    /// <param name="contact">Who says stop.</param>
    /// <param name="language">What the page behind the link speaks; for English, the browser is asked as well.</param>
    public string Unsubscribe(ContactKey contact, Language language)
    {
        var page = To("/unsubscribe/" + signer.Sign(TokenPurpose.Unsubscribe, Convert.FromHexString(contact.Hex), lifetime: null));
        return language == Language.English ? page : $"{page}?{language.Query}";
    }

    /// <returns>Who says stop, or null when the token is not ours.</returns>
    public ContactKey? ReadUnsubscribe(string? token) =>
        signer.Verify(TokenPurpose.Unsubscribe, token) is { } content ? ContactKey.Parse(Convert.ToHexStringLower(content)) : null;

    /// <summary>Where a person says what they want: it takes the token with which they stop all.</summary>
    public string Preferences(ContactKey contact, Language language) =>
        Unsubscribe(contact, language).Replace("/unsubscribe/", "/preferences/", StringComparison.Ordinal);

    /// <summary>Shows all that is held of a person, so it is good for a week only, and is mailed to nobody but them.</summary>
    public string Privacy(ContactKey contact, Language language) =>
        To($"/privacy/{signer.Sign(TokenPurpose.Privacy, Convert.FromHexString(contact.Hex), PrivacyLifetime)}?{language.Query}");

    /// <returns>Whose page it is, or null when the token is not ours or too old.</returns>
    public ContactKey? ReadPrivacy(string? token) =>
        signer.Verify(TokenPurpose.Privacy, token) is { } content ? ContactKey.Parse(Convert.ToHexStringLower(content)) : null;

    /// <summary>The link to an article in a mail; it goes through us, so that no provider rewrites it.</summary>
    public string Article(SendKey send, string slug) =>
        To("/r/" + signer.Sign(TokenPurpose.Article, ArticleContent(send, slug, ArticleLinkBytes), ArticleLifetime));

    /// <summary>The link in a mail that no person can see: it leads to an article like the others, and who follows it goes through all links.</summary>
    public string Canary(SendKey send, string slug) =>
        To("/r/" + signer.Sign(TokenPurpose.Article, ArticleContent(send, slug, CanaryBytes), ArticleLifetime));

    /// <returns>What a link in a mail is, or null when the token is not ours or too old.</returns>
    public MailLink? ReadArticle(string? token)
    {
        if (signer.Verify(TokenPurpose.Article, token, out var expiresAt) is not { } content)
        {
            return null;
        }

        var lead = new LeadId(BinaryPrimitives.ReadUInt32BigEndian(content));
        return new(
            new(lead, Track.Visitor, content[IdBytes]),
            BinaryPrimitives.ReadUInt64BigEndian(content.AsSpan(IdBytes + 1)),
            content.Length == CanaryBytes,
            expiresAt - ArticleLifetime);
    }

    /// <summary>
    /// The page after a form: a path, since the browser is with us already. What is asked for, and whether it is urgent, is veiled: an address
    /// is kept in histories, and tells nothing there of what somebody wrote.
    /// </summary>
    /// <param name="lead">The lead.</param>
    /// <param name="kind">What is asked for.</param>
    /// <param name="isUrgent">Whether what was written sounds like danger.</param>
    /// <param name="articles">Slugs of the articles that the page shows.</param>
    /// <param name="callAt">When a call would suit, if a day was named.</param>
    public string Thanks(LeadId lead, LeadKind kind, bool isUrgent, IReadOnlyCollection<string> articles, PreferredTime? callAt = null)
    {
        var content = new byte[IdBytes + 1 + PreferredTimeCode.Bytes + (articles.Count * ArticleBytes)];
        BinaryPrimitives.WriteUInt32BigEndian(content, lead.Value);
        content[IdBytes] = (byte)(((byte)kind | (isUrgent ? UrgentBit : 0)) ^ keys.Veil(lead));
        PreferredTimeCode.Write(content.AsSpan(IdBytes + 1, PreferredTimeCode.Bytes), callAt);
        var at = IdBytes + 1 + PreferredTimeCode.Bytes;
        foreach (var slug in articles)
        {
            BinaryPrimitives.WriteUInt64BigEndian(content.AsSpan(at), keys.Article(slug));
            at += ArticleBytes;
        }

        return "/thanks/" + signer.Sign(TokenPurpose.Thanks, content, ThanksLifetime);
    }

    /// <returns>What was sent in and when (UTC, whole seconds), or null when the token is not ours or too old.</returns>
    public (LeadId Lead, LeadKind Kind, bool IsUrgent, DateTimeOffset SentAt, PreferredTime? CallAt, IReadOnlyList<ulong> Articles)? ReadThanks(string? token)
    {
        if (signer.Verify(TokenPurpose.Thanks, token, out var expiresAt) is not { } content)
        {
            return null;
        }

        var articles = new List<ulong>();
        for (var at = IdBytes + 1 + PreferredTimeCode.Bytes; at < content.Length; at += ArticleBytes)
        {
            articles.Add(BinaryPrimitives.ReadUInt64BigEndian(content.AsSpan(at)));
        }

        var lead = new LeadId(BinaryPrimitives.ReadUInt32BigEndian(content));
        var flags = content[IdBytes] ^ keys.Veil(lead);
        return (lead, (LeadKind)(flags & ~UrgentBit), (flags & UrgentBit) != 0, expiresAt - ThanksLifetime, PreferredTimeCode.Read(content.AsSpan(IdBytes + 1, PreferredTimeCode.Bytes)), articles);
    }

    private byte[] ArticleContent(SendKey send, string slug, int length)
    {
        var content = new byte[length];
        BinaryPrimitives.WriteUInt32BigEndian(content, send.Lead.Value);
        content[IdBytes] = (byte)send.Step;
        BinaryPrimitives.WriteUInt64BigEndian(content.AsSpan(IdBytes + 1), keys.Article(slug));
        return content;
    }
}
