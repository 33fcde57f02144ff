using LeadFunctions.Leads;
using LeadFunctions.StaffMail;
using Microsoft.Extensions.Logging;

namespace LeadFunctions.MailDeeds;

/// <summary>
/// Looks at links in mails to staff, and does what they are for. Doing it again changes nothing; of two who do it at once, the second is told
/// what the first did.
/// </summary>
public sealed partial class MailDeedHandler(DeedLinks links, ILeadDesk desk, TimeProvider clock, ILogger<MailDeedHandler> logger)
{
    // Each try fails only because somebody else's change went through.
    private const int MostTries = 5;

    /// <summary>Changes nothing, and is not remembered as a look of the member's: mail programs open links by themselves.</summary>
    public Task<MailDeedResult> LookAsync(string token, CancellationToken cancellationToken) => OpenAsync(
        token, async link => await desk.FindAsync(link.Lead, cancellationToken) is { } file ? DeedRules.Of(link, file) : new MailDeedResult.Gone(link));

    public Task<MailDeedResult> DoAsync(string token) => OpenAsync(token, DoAsync);

    private async Task<MailDeedResult> OpenAsync(string token, Func<DeedLink.Good, Task<MailDeedResult>> open)
    {
        try
        {
            return links.Read(token) switch
            {
                DeedLink.Good good => await open(good),
                DeedLink.Expired => new MailDeedResult.Expired(),
                _ => new MailDeedResult.NotOurs(),
            };
        }
        catch (LeadStoreUnavailableException exception)
        {
            LogUnavailable(exception);
            return new MailDeedResult.Unavailable();
        }
    }

    private async Task<MailDeedResult> DoAsync(DeedLink.Good link)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            // Not cancelled half-way: whoever pressed may have gone, and what they asked for is done or not done.
            if (await desk.FindAsync(link.Lead, CancellationToken.None) is not { } file)
            {
                return new MailDeedResult.Gone(link);
            }

            if (DeedRules.Of(link, file) is var result and not MailDeedResult.Possible)
            {
                return result;
            }

            var order = new StaffOrder(DeedRules.ChangeOf(link), DeedRules.ActorOf(link), clock.GetUtcNow()) { Version = file.Version };
            if (await desk.ChangeAsync(link.Lead, order, CancellationToken.None) is ChangeOutcome.Done)
            {
                LogDone(link.Lead, link.Deed);
            }
        }

        return new MailDeedResult.Unavailable();
    }

    [LoggerMessage(LogLevel.Information, "Lead {Lead}: {Deed}, by a link in a mail.")]
    private partial void LogDone(LeadId lead, MailDeed deed);

    [LoggerMessage(LogLevel.Error, "Nothing can be done by links in mails: storage is away.")]
    private partial void LogUnavailable(Exception exception);
}
