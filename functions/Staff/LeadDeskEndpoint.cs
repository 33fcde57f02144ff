using LeadFunctions.Access;
using LeadFunctions.Http;
using LeadFunctions.Languages;
using LeadFunctions.Leads;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace LeadFunctions.Staff;

/// <summary>Shows one lead to staff, and does with it what they say. Nothing that somebody else did meanwhile is overwritten unseen.</summary>
public sealed partial class LeadDeskEndpoint(
    ILeadDesk desk, IPersonStore people, IEventStore events, DeskPages pages, NetworkTime time, TimeProvider clock, ILogger<LeadDeskEndpoint> logger)
{
    private const int LongestId = 64;

    private static StaffActor Actor => new(SignedIn.Current.Actor, SignedIn.Current.Member.Role, StaffDoor.Page);

    public async Task<IResult> ShowAsync(HttpRequest request, string reference, CancellationToken cancellationToken)
    {
        try
        {
            return LeadId.TryParseReference(reference, out var id)
                ? await ShowAsync(id, LeadNews.Of(request), StatusCodes.Status200OK, cancellationToken)
                : await pages.NotFoundAsync();
        }
        catch (LeadStoreUnavailableException)
        {
            return await pages.UnavailableAsync();
        }
    }

    public async Task<IResult> WorkAsync(HttpRequest request, string reference, CancellationToken cancellationToken)
    {
        if (await request.ReadFormAsync(time, cancellationToken) is not { } form || !LeadId.TryParseReference(reference, out var id))
        {
            return await pages.NotFoundAsync();
        }

        try
        {
            var deed = StaffDeed.Of(form, Actor.Name);
            if (deed.StopsMail)
            {
                await StopMailAsync(id);
            }

            // Not cancelled half-way: whoever asked may have gone, and what they asked for is done or not done.
            return deed.Change is { } change
                ? await AnswerAsync(id, form, await desk.ChangeAsync(id, OrderOf(change, form), CancellationToken.None), cancellationToken)
                : await ShowAsync(id, LeadNews.Of(form, deed.Problem), StatusCodes.Status400BadRequest, cancellationToken);
        }
        catch (LeadStoreUnavailableException)
        {
            return await pages.UnavailableAsync();
        }
    }

    // Before it is noted: whatever somebody else has done meanwhile, no more mail is what the person wants.
    private async Task StopMailAsync(LeadId id)
    {
        if (await desk.FindAsync(id, CancellationToken.None) is { Lead.Contact: var contact })
        {
            var now = clock.GetUtcNow();
            await people.ChangeAsync(
                contact, known => ContactChange.Stop(known, new(SuppressionReason.Unsubscribed, now), ConsentSource.Staff), now, CancellationToken.None);
        }
    }

    private async Task<IResult> AnswerAsync(LeadId id, IFormCollection form, ChangeOutcome outcome, CancellationToken cancellationToken)
    {
        switch (outcome)
        {
            case ChangeOutcome.Done done:
                LogChanged(id, done.Lead.Status);
                return new SeeOther(pages.SavedAddressOf(done.Lead));
            case ChangeOutcome.Stale:
                return await ShowAsync(id, LeadNews.Of(form, problem: null), StatusCodes.Status409Conflict, cancellationToken);
            case ChangeOutcome.Refused refused:
                var problem = StaffText.OutOfReach.With(Said.Status(refused.Lead.Status));
                return await ShowAsync(id, LeadNews.Of(form, problem), StatusCodes.Status409Conflict, cancellationToken);
            default:
                return await pages.NotFoundAsync();
        }
    }

    private async Task<IResult> ShowAsync(LeadId id, LeadNews news, int status, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(id, cancellationToken) is not { } file)
        {
            return await pages.NotFoundAsync();
        }

        await desk.ViewedAsync(id, Actor, clock.GetUtcNow(), cancellationToken);
        var evidence = MailEvidence.ByMail(await events.OfLeadAsync(id, cancellationToken).ToListAsync(cancellationToken));
        return await pages.LeadAsync(file, evidence, news, status);
    }

    // A press that comes twice is one press: the page has given it a name.
    private StaffOrder OrderOf(LeadChange change, IFormCollection form) => new(change, Actor, clock.GetUtcNow())
    {
        // What becomes of a mail does not hang on what else was done with the lead: the mail is given up still, or it is not.
        Version = change.Letter is null ? form["version"].ToString() : null,
        Id = form["order"].ToString() is { Length: > 0 and <= LongestId } order ? $"{order}~{form[StaffDeed.Field]}~{change.Letter?.Mail}" : null,
    };

    [LoggerMessage(LogLevel.Information, "Staff changed lead {Lead}, which is {Status} now.")]
    private partial void LogChanged(LeadId lead, LeadStatus status);
}
