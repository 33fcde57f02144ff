using System.Diagnostics;
using LeadFunctions.Articles;
using LeadFunctions.Clinic;
using LeadFunctions.Languages;
using LeadFunctions.Leads;

namespace LeadFunctions.Privacy;

/// <summary>What the page shows of what is held, in plain words.</summary>
public sealed class HeldView(string token, AccessResult.Shown shown, ClinicProfile clinic, ConcernCatalogue concerns, ArticleCatalogue articles)
{
    public string Action => new EraseView(token).Action;

    public string Export => $"/privacy/{Uri.EscapeDataString(token)}/export?{Language.Current.Query}";

    public IReadOnlyList<Lead> Requests => shown.Person.Leads;

    public IReadOnlyList<string> Mails => [.. shown.Person.Sends.Select(InWords)];

    public IReadOnlyList<string> Consents => [.. shown.Person.Consents.Select(InWords)];

    /// <summary>What can be taken back now.</summary>
    public IReadOnlyList<ConsentChannel> Given =>
        [.. new[] { ConsentChannel.Articles, ConsentChannel.Calls, ConsentChannel.Texts }.Where(shown.Person.Agrees)];

    public string Writing => shown.Person.Contact.IsSuppressed ? PrivacyText.MayNotWrite : PrivacyText.MayWrite;

    public string Heading(Lead lead) => (lead.Kind == LeadKind.Call ? PrivacyText.CallOn : PrivacyText.AppointmentOn).With(Date(lead.CapturedAt));

    public IEnumerable<(string Label, string Value)> Facts(Lead lead)
    {
        yield return (PrivacyText.Reference, lead.Id.ToReference(clinic.ReferencePrefix));
        yield return (PrivacyText.Status, StatusOf(lead));
        yield return (PrivacyText.Name, lead.Name.Value);
        if (lead.Email is { } email)
        {
            yield return (PrivacyText.Email, email.Value);
        }

        if (lead.Phone is { } phone)
        {
            yield return (PrivacyText.Phone, phone.Display);
        }

        if (lead.Concerns.Count > 0)
        {
            yield return (PrivacyText.Concerns, string.Join(", ", lead.Concerns.Select(id => concerns.TryFind(id, out var concern) ? concern.Label.ToString() : id)));
        }

        if (lead.Message.Length > 0)
        {
            yield return (PrivacyText.MessageLabel, lead.Message);
        }
    }

    public static string NameOf(ConsentChannel channel) => channel switch
    {
        ConsentChannel.Articles => PrivacyText.Articles,
        ConsentChannel.Calls => PrivacyText.Calls,
        ConsentChannel.Texts => PrivacyText.Texts,
        ConsentChannel.Email => PrivacyText.AnyEmail,
        _ => throw new UnreachableException(),
    };

    private static string StatusOf(Lead lead) => lead switch
    {
        { Quarantined: true } or { Status: LeadStatus.Spam } => PrivacyText.StatusHeld,
        { Status: LeadStatus.Contacted } => PrivacyText.StatusContacted,
        { Status: LeadStatus.Booked } => PrivacyText.StatusBooked,
        { Status: LeadStatus.Closed } => PrivacyText.StatusClosed,
        _ => PrivacyText.StatusNew,
    };

    private string InWords(SendRecord send)
    {
        var what = (send.Key.Step == 0 ? PrivacyText.Confirmation : PrivacyText.ArticleMail).With(Date(send.At));
        var titles = send.Articles.Select(slug => articles.TryFind(slug, out var article) ? article.Headline : slug);
        return string.Join(": ", [what, string.Join(", ", [Result(send), .. titles])]);
    }

    private string Result(SendRecord send)
    {
        var evidence = shown.Evidence.GetValueOrDefault(send.Key);
        var result = send.Result != SendResult.Accepted ? PrivacyText.MailNotSent
            : evidence?.Delivery.HasFailed == true ? PrivacyText.MailReturned
            : evidence?.Delivery.DeliveredAt is not null ? PrivacyText.MailDelivered
            : PrivacyText.MailSent;
        return evidence?.IsClickedByHuman == true ? $"{result}, {PrivacyText.ClickedNote}" : result;
    }

    private string InWords(ConsentReceipt receipt) =>
        (receipt.IsAgreed ? PrivacyText.AgreedOn : PrivacyText.RevokedOn).With(NameOf(receipt.Channel), Date(receipt.At), ConsentWords.Where(receipt));

    private string Date(DateTimeOffset instant) => clinic.Time.DateAt(instant).ToString("D", Language.Current.Culture);
}
