using LeadFunctions.Clinic;
using LeadFunctions.Leads;

namespace LeadFunctions.Privacy;

/// <summary>Writes down all that is held of a person, for themselves.</summary>
public sealed class PrivacyExport(WishRules rules, ClinicProfile clinic)
{
    public HeldAnswer Of(AccessResult.Shown shown)
    {
        var person = shown.Person;
        return new(
            [.. person.Leads.Select(ToRequest)],
            [.. person.Sends.Select(send => ToMail(send, shown.Evidence.GetValueOrDefault(send.Key)))],
            [.. person.Consents.Select(ToConsent)],
            [.. person.Contact.Suppressions.Select(suppression => new HeldSuppression(suppression.Reason, suppression.At))],
            new(person.Contact.PausedUntil, person.Contact.Language?.Language.Code, person.Contact.ArticlesSent));
    }

    private HeldRequest ToRequest(Lead lead) => new(
        lead.Id.ToReference(clinic.ReferencePrefix),
        lead.CapturedAt,
        lead.Kind,
        lead.Status,
        lead.Name.Value,
        lead.Email?.Value,
        lead.Phone is { } phone ? phone.Display : null,
        lead.ContactBy,
        lead.Concerns,
        lead.Message,
        lead.PreferredTimes,
        lead.Visit,
        lead.Language.Code,
        lead.IsUrgent,
        lead.Quarantined,
        lead.Suspicion.Reasons,
        lead.Source);

    private HeldMail ToMail(SendRecord send, MailEvidence? evidence) => new(
        send.Key.Lead.ToReference(clinic.ReferencePrefix),
        send.Key.Step,
        send.Result,
        send.At,
        send.Articles,
        [.. evidence?.Events.Select(labelled => new HeldEvent(labelled.Event.Kind, labelled.Event.At, labelled.By)) ?? []]);

    private HeldConsent ToConsent(ConsentReceipt receipt) => new(
        receipt.Channel,
        receipt.IsAgreed,
        receipt.Wording,
        receipt.Wording is { } version ? rules.TextOf(receipt.Channel).Find(version)?.Text.ToString() : null,
        receipt.At,
        receipt.Source,
        receipt.Page,
        ConsentWords.Where(receipt));
}
