using System.Text.Json;
using LeadFunctions.Clinic;
using LeadFunctions.Desk;
using LeadFunctions.Http;
using LeadFunctions.Languages;
using LeadFunctions.Leads;
using Microsoft.AspNetCore.Http;

namespace LeadFunctions.LeadsApi;

/// <summary>Says what there is to say about leads, and what is wrong.</summary>
public sealed class LeadAnswers(ClinicProfile clinic, AnswerClock promise, TimeProvider clock)
{
    /// <summary>503.</summary>
    public static IResult Unavailable =>
        Problems.Of(StatusCodes.Status503ServiceUnavailable, LeadsApiText.TitleUnavailable, LeadsApiText.Unavailable);

    public IReadOnlyList<LeadJson> Of(IEnumerable<Lead> leads)
    {
        var now = clock.GetUtcNow();
        return [.. leads.Select(lead => Of(lead, now))];
    }

    public LeadJson Of(Lead lead) => Of(lead, clock.GetUtcNow());

    /// <param name="lead">The lead.</param>
    /// <param name="now">UTC.</param>
    public LeadJson Of(Lead lead, DateTimeOffset now) => new()
    {
        Reference = ReferenceOf(lead),
        Kind = Wire.Of(lead.Kind),
        Status = Wire.Of(lead.Status),
        Name = lead.Name.Value,
        Email = lead.Email?.Value,
        Phone = lead.Phone?.E164,
        PhoneExtension = lead.Phone?.Extension,
        ContactBy = Wire.Of(lead.ContactBy),
        Concerns = lead.Concerns,
        Message = lead.Message,
        PreferredTimes = [.. lead.PreferredTimes.Select(time => new TimeJson(time.Day, Wire.Of(time.Part)))],
        Visit = Wire.Of(lead.Visit),
        Consent = new(lead.Consent.Articles, lead.Consent.Calls, lead.Consent.Texts),
        Source = SourceOf(lead.Source),
        Language = lead.Language.Code,
        CapturedAt = lead.CapturedAt,
        Urgent = lead.IsUrgent,
        Quarantined = lead.Quarantined,
        SpamReasons = lead.Suspicion.Reasons,
        ReleasedAt = lead.ReleasedAt,
        Assignee = lead.AssignedTo,
        FirstRespondedAt = lead.FirstRespondedAt,
        BookedAt = lead.BookedAt,
        ClosedReason = lead.ClosedReason,
        FollowUpPausedAt = lead.FollowUpPausedAt,
        DueBy = promise.DueBy(lead),
        Overdue = promise.IsOverdue(lead, now),
    };

    /// <param name="file">All that storage knows.</param>
    /// <param name="evidence">What came of the mails.</param>
    public LeadFileJson Of(LeadFile file, IReadOnlyList<MailEvidence> evidence)
    {
        return new(Of(file.Lead))
        {
            Timeline = [.. file.Timeline.Select(Of)],
            Sends = [.. file.Sends.Select(send => Of(send, evidence.FirstOrDefault(known => known.Mail == send.Key)))],
            DeadLetters = [.. file.DeadLetters.Select(letter => new DeadLetterJson(Wire.Of(letter.Mail.Track), letter.Mail.Step, letter.Reason))],
            Due = [.. file.Due.Select(work => new DueJson(Wire.Of(work.Key.Track), work.Key.Step, work.IsHeld ? null : work.DueAt, work.IsHeld, Wire.Of(work.State)))],
            Contact = file.Contact is { } person
                ? new(person.IsSuppressed, person.UnsubscribedAt, person.BouncedAt, person.ComplainedAt, person.AreArticlesHeld)
                : null,
            Others = [.. file.Others.Select(other => new OtherJson(ReferenceOf(other), Wire.Of(other.Kind), Wire.Of(other.Status), other.CapturedAt))],
        };
    }

    /// <summary>412, with the lead as somebody else has left it.</summary>
    public IResult Stale(Lead lead) => TypedResults.Problem(
        LeadsApiText.Stale,
        statusCode: StatusCodes.Status412PreconditionFailed,
        title: LeadsApiText.TitleStale,
        extensions: new Dictionary<string, object?> { ["lead"] = JsonSerializer.SerializeToElement(Of(lead), LeadsJson.Default.LeadJson) });

    /// <summary>409 for a status that cannot be reached from here, 400 for what does not go together; each names its field.</summary>
    public static IResult Refused(ChangeOutcome.Refused refused) => refused.Problem switch
    {
        ChangeProblem.StatusOutOfReach => TypedResults.Problem(new HttpValidationProblemDetails(
            Error("status", LeadsApiText.StatusOutOfReach.With(Wire.Of(refused.Lead.Status))))
        {
            Status = StatusCodes.Status409Conflict,
            Title = LeadsApiText.TitleConflict,
        }),
        _ => Problems.Invalid(Error("closedReason", LeadsApiText.NotClosed)),
    };

    /// <summary>What is said of a body that could not be read.</summary>
    public static IResult Unreadable(BodyOutcome outcome, int limit) => outcome switch
    {
        BodyOutcome.TooLarge => Problems.Of(StatusCodes.Status413PayloadTooLarge, LeadsApiText.TitleTooLarge, LeadsApiText.TooLarge.With(limit / 1024)),
        BodyOutcome.TooSlow => Problems.Of(StatusCodes.Status408RequestTimeout, LeadsApiText.TitleTooSlow),
        _ => Problems.Of(StatusCodes.Status400BadRequest, LeadsApiText.TitleBroken),
    };

    private static Dictionary<string, string[]> Error(string field, string message) => new(StringComparer.Ordinal) { [field] = [message] };

    private string ReferenceOf(Lead lead) => lead.Id.ToReference(clinic.ReferencePrefix);

    private static SourceJson SourceOf(LeadSource source) =>
        new(source.Page, source.Article, source.Campaign, source.Medium, source.Content, source.Term, source.Referrer);

    private static TimelineJson Of(TimelineEntry entry) => new(
        entry.At,
        entry.By.Name,
        entry.By.Role is { } role ? Wire.Of(role) : null,
        Wire.Of(entry.By.Through),
        Wire.Of(entry.Deed.Kind),
        entry.Deed.From is { } from ? Wire.Of(from) : null,
        entry.Deed.To is { } to ? Wire.Of(to) : null,
        entry.Deed.Call is { } call ? Wire.Of(call) : null,
        entry.Deed.Text);

    private static SendJson Of(SendRecord send, MailEvidence? evidence) => new(
        Wire.Of(send.Key.Track),
        send.Key.Step,
        Wire.Of(send.Result),
        send.At,
        send.Attempts,
        send.Articles,
        evidence?.Delivery.DeliveredAt,
        evidence?.Delivery.BouncedAt,
        evidence?.IsOpenedByHuman ?? false,
        evidence?.IsClickedByHuman ?? false);
}
