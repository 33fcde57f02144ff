using System.Globalization;
using System.Security.Cryptography;
using LeadFunctions.Leads;

namespace LeadFunctions.Events;

/// <summary>Finds the article that a link in a mail means, and sees to it that the visit is kept as evidence.</summary>
public sealed class ArticleLinkHandler(LinkReading links, LeadKeys keys, ScannerCatalogue scanners, ClickRecorder recorder, TimeProvider clock)
{
    private const string Visit = "visit";
    private const int KeyDigits = 32;

    /// <returns>
    /// The article's address, at once or after a fraction of a second, whatever storage does; null when the token is not ours, has
    /// expired, or names an article that is gone.
    /// </returns>
    public async Task<Uri?> FollowAsync(string token, LinkVisitor visitor)
    {
        if (links.Read(token) is not { } link || links.AddressOf(link) is not { } address)
        {
            return null;
        }

        await recorder.RecordAsync(new()
        {
            Mail = link.Mail,
            Kind = MailEventKind.Clicked,
            Name = Visit,
            At = clock.GetUtcNow(),

            // Every visit is one of its own: two in the same instant are two.
            Key = RandomNumberGenerator.GetHexString(KeyDigits, lowercase: true),
            Agent = scanners.Classify(visitor.Agent, visitor.Address),
            Network = visitor.Address is { } place ? keys.Network(place) : null,
            Fetch = visitor.Fetch,
            Link = link.Article.ToString("x16", CultureInfo.InvariantCulture),
            IsCanary = link.IsCanary,
            MailMadeAt = link.MadeAt,
        });
        return address;
    }
}
