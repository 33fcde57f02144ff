using LeadFunctions.FollowUp;
using LeadFunctions.Leads;

namespace LeadFunctions.Tests.Support;

/// <summary>For tests that look at one piece of work: groups of one.</summary>
internal static class OneAtATime
{
    /// <returns>Whether anything was changed.</returns>
    public static async Task<bool> TryPostAsync(this MailPosting posting, DueWork due, Decision.Send send, CancellationToken cancellationToken) =>
        (await posting.PostAsync([await posting.PrepareAsync(due, send)], cancellationToken)) is [WorkOutcome.Moved];

    public static async Task<WorkOutcome> HandleAsync(this DueWorkHandler handler, DueWork work, CancellationToken cancellationToken) =>
        Assert.Single(await handler.HandleAsync([work], cancellationToken));
}
