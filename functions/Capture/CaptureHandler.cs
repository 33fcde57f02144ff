using System.Diagnostics;
using System.Security.Cryptography;
using LeadFunctions.Articles;
using LeadFunctions.Languages;
using LeadFunctions.Leads;
using Microsoft.Extensions.Logging;

namespace LeadFunctions.Capture;

/// <summary>Stores an inquiry as a lead and says what to read meanwhile. It sends nothing: the drain does, within a minute.</summary>
public sealed partial class CaptureHandler(
    ILeadStore leads,
    ILeadSpill spill,
    LeadKeys keys,
    RecentSubmissions recent,
    CrisisWording crisis,
    ArticleMatcher matcher,
    TimeProvider clock,
    ILogger<CaptureHandler> logger)
{
    private const int ArticlesToShow = 3;

    /// <param name="inquiry">What was asked.</param>
    /// <param name="submissionId">Names the submission; null when the sender gave it no name, and then it cannot be repeated.</param>
    /// <param name="suspicion">What spoke against it: spam is held in quarantine, never refused.</param>
    public async Task<CaptureResult> HandleAsync(Inquiry inquiry, string? submissionId, Suspicion suspicion)
    {
        var contact = keys.Contact(inquiry.Email, inquiry.Phone);
        var submission = keys.Submission(submissionId ?? RandomNumberGenerator.GetHexString(32));
        if (recent.IsOfAnother(submission, contact))
        {
            return new CaptureResult.Conflicting();
        }

        var lead = ToLead(inquiry, contact, suspicion);
        return await StoreAsync(new(lead, submission, keys.Fingerprint(inquiry.Canonical()))) is { } outcome
            ? ToResult(outcome, inquiry, lead.IsUrgent, submission, contact)
            : new CaptureResult.Unavailable();
    }

    // Under the store's own deadline, not the visitor's: who closes the page after sending has still sent.
    private async Task<CaptureOutcome?> StoreAsync(NewLead lead)
    {
        try
        {
            return await leads.CaptureAsync(lead, CancellationToken.None);
        }
        catch (LeadStoreUnavailableException exception)
        {
            LogUnavailable(exception);
            return spill.IsSetUp ? await KeepElsewhereAsync(lead) : null;
        }
    }

    private async Task<CaptureOutcome?> KeepElsewhereAsync(NewLead lead)
    {
        try
        {
            return await spill.KeepAsync(lead, CancellationToken.None);
        }
        catch (LeadStoreUnavailableException exception)
        {
            LogBothUnavailable(exception);
            return null;
        }
    }

    private CaptureResult ToResult(CaptureOutcome outcome, Inquiry inquiry, bool isUrgent, string submission, ContactKey contact)
    {
        switch (outcome)
        {
            case CaptureOutcome.Stored stored:
                recent.Remember(submission, contact);
                LogCaptured(stored.Id, inquiry.Kind);
                return ToReceived(stored.Id, inquiry, isUrgent, again: false);
            case CaptureOutcome.Repeated repeated:
                return ToReceived(repeated.Id, inquiry, isUrgent, again: true);
            case CaptureOutcome.Conflicting:
                return new CaptureResult.Conflicting();
            default:
                throw new UnreachableException();
        }
    }

    private CaptureResult.Received ToReceived(LeadId lead, Inquiry inquiry, bool isUrgent, bool again) =>
        new(lead, inquiry.Kind, isUrgent, ArticlesFor(inquiry), again)
        {
            CallAt = inquiry is { Kind: LeadKind.Call, PreferredTimes: [var first, ..] } ? first : null,
        };

    private Lead ToLead(Inquiry inquiry, ContactKey contact, Suspicion suspicion) => new()
    {
        Id = LeadId.New(contact.Shard),
        Contact = contact,
        CapturedAt = clock.GetUtcNow(),
        Kind = inquiry.Kind,
        Name = inquiry.Name,
        Email = inquiry.Email,
        Phone = inquiry.Phone,
        ContactBy = inquiry.ContactBy,
        Concerns = inquiry.Concerns,
        Message = inquiry.Message,
        PreferredTimes = inquiry.PreferredTimes,
        Visit = inquiry.Visit,
        Consent = inquiry.Consent,
        Source = inquiry.Source,
        Language = Language.Current,
        Suspicion = suspicion,
        Quarantined = suspicion.IsSpam,
        IsUrgent = crisis.IsIn(inquiry.Message),
    };

    private List<Article> ArticlesFor(Inquiry inquiry) =>
    [
        .. matcher
            .Match(new(inquiry.Concerns, inquiry.Message, inquiry.Source.Article is { } read ? [read] : []), ArticlesToShow)
            .Select(match => match.Article),
    ];

    [LoggerMessage(LogLevel.Information, "Captured lead {Lead}, {Kind}.")]
    private partial void LogCaptured(LeadId lead, LeadKind kind);

    [LoggerMessage(LogLevel.Error, "A lead could not be stored.")]
    private partial void LogUnavailable(Exception exception);

    [LoggerMessage(LogLevel.Critical, "A lead could not be kept in the second account either; its sender was asked to call.")]
    private partial void LogBothUnavailable(Exception exception);
}
