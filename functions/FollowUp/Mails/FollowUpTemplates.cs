using System.Globalization;
using LeadFunctions.Articles;
using LeadFunctions.Email;
using LeadFunctions.Leads;

namespace LeadFunctions.FollowUp;

/// <summary>The mails that follow a request: alerts, confirmations, and every step of the newest sequences.</summary>
internal sealed class FollowUpTemplates(
    FollowUpMails mails, SequenceLibrary sequences, VisitorRules rules, StaffDirectory staff, TimeProvider clock) : IMailTemplates
{
    public IEnumerable<MailTemplate> All =>
    [
        .. Kinds().Select(kind => Alert($"alert-{kind.Word()}", kind, isUrgent: false)),
        Alert("alert-urgent", LeadKind.Call, isUrgent: true),
        Alert("alert-passed-on", LeadKind.Call, isUrgent: false, isPassedOn: true),
        .. Kinds().Select(Confirmation),
        .. Kinds().SelectMany(kind => sequences.For(kind).Steps.Select(step => Articles(kind, step))),
        .. Kinds().SelectMany(kind => sequences.For(kind).Steps.SelectMany(step => rules.VariantsOf(step).Select(variant => Articles(kind, step, variant)))),
    ];

    private static LeadKind[] Kinds() => Enum.GetValues<LeadKind>();

    private MailTemplate Alert(string name, LeadKind kind, bool isUrgent, bool isPassedOn = false) => new(
        name,
        IsToVisitor: false,
        typeof(AlertBody),
        sample => mails.ComposeAsync(Work(Lead(kind, sample) with { IsUrgent = isUrgent }, Track.Alert, 0, []) with
        {
            Member = staff.AlertedMembers[0] with { Language = sample.Language },
            IsPassedOn = isPassedOn,
        }))
    {
        IsInSamplesLanguage = true,
    };

    private MailTemplate Confirmation(LeadKind kind) => new(
        $"confirmation-{kind.Word()}",
        IsToVisitor: true,
        typeof(ConfirmationBody),
        sample => mails.ComposeAsync(Work(Lead(kind, sample), Track.Visitor, 0, [])));

    private MailTemplate Articles(LeadKind kind, SequenceStep step, StepVariant? variant = null) => new(
        string.Create(CultureInfo.InvariantCulture, $"articles-{kind.Word()}-{step.Number}{(variant is null ? "" : $"-{variant.Id}")}"),
        IsToVisitor: true,
        typeof(ArticlesBody),
        sample => ArticlesAsync(Lead(kind, sample), step, variant));

    // As somebody gets it who got every step before.
    private Task<EmailMessage> ArticlesAsync(Lead lead, SequenceStep wanted, StepVariant? variant)
    {
        var contact = new Contact { Key = lead.Contact, LatestLead = lead.Id };
        foreach (var step in sequences.For(lead.Kind).Steps.Where(step => step.Number < wanted.Number))
        {
            contact = contact.WithArticles(
                new(lead.CapturedAt, new(lead.Id, Track.Visitor, step.Number)),
                rules.Choose(step, lead, contact).Select(match => match.Article.Slug));
        }

        return mails.ComposeAsync(Work(lead, Track.Visitor, wanted.Number, [.. rules.Choose(wanted, lead, contact, variant).Select(match => match.Article)]) with { Subject = variant?.Subject });
    }

    private Lead Lead(LeadKind kind, MailSample sample) => SampleLead.Of(kind, sample.Language, sample.Concerns, clock.GetUtcNow());

    private static Decision.Send Work(Lead lead, Track track, int step, IReadOnlyList<Article> articles) => new(
        new() { Key = new(lead.Id, track, step), Lead = lead.Handle, Kind = lead.Kind, Contact = lead.Contact, DueAt = lead.CapturedAt },
        lead,
        Contact: null,
        articles);
}
