using LeadFunctions.Email;
using LeadFunctions.Leads;
using Microsoft.Extensions.Logging;

namespace LeadFunctions.Reminders;

/// <summary>
/// Reminds staff of promises that are not kept: everybody gets one mail in a run, whatever it is about, and nobody a second one for the same point of
/// the same promise. At least once: a repeat is harmless, a miss may be a lost patient. A tick means nothing: two may overlap, any may be missed.
/// </summary>
public sealed partial class OverdueHandler(
    PromiseClaims claims, PromiseRules rules, ReminderMail mail, IEmailSender email, TimeProvider clock, ILogger<OverdueHandler> logger) : IWakeable
{
    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(45);

    public async Task HandleAsync(CancellationToken cancellationToken)
    {
        using var budget = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        budget.CancelAfter(Budget);
        var reminders = new List<Reminder>();
        try
        {
            foreach (var shard in Shard.All)
            {
                reminders.AddRange(await claims.ClaimAsync(shard, budget.Token));
            }
        }
        catch (OperationCanceledException) when (budget.IsCancellationRequested)
        {
            // What is claimed is told all the same; the rest is found by the next run.
        }

        if (reminders.Count > 0)
        {
            await RecordAsync(reminders, await SendAsync(reminders));
        }
    }

    public Task WakeAsync(CancellationToken cancellationToken) => HandleAsync(cancellationToken);

    private async Task<Dictionary<StaffMember, SendOutcome>> SendAsync(List<Reminder> reminders)
    {
        var outcomes = new Dictionary<StaffMember, SendOutcome>();
        foreach (var member in reminders.SelectMany(reminder => reminder.Members).Distinct())
        {
            var theirs = reminders.Where(reminder => reminder.Members.Contains(member)).ToList();
            outcomes[member] = await SendAsync(member, theirs);
            LogReminded(theirs.Count, member.Role, outcomes[member].GetType().Name);
        }

        return outcomes;
    }

    // What goes wrong with one mail must not keep the others from being told.
    private async Task<SendOutcome> SendAsync(StaffMember member, List<Reminder> theirs)
    {
        try
        {
            return await email.SendAsync(await mail.ComposeAsync(member, theirs), CancellationToken.None);
        }
        catch (Exception exception)
        {
            LogFailed(exception, theirs.Count);
            return new SendOutcome.Unknown(exception.GetType().Name);
        }
    }

    private async Task RecordAsync(List<Reminder> reminders, Dictionary<StaffMember, SendOutcome> outcomes)
    {
        foreach (var shard in reminders.GroupBy(reminder => reminder.Work.Shard))
        {
            await claims.MoveAsync(shard.Key, [.. shard.Select(reminder => MoveOf(reminder, [.. reminder.Members.Select(member => outcomes[member])])).OfType<Move>()]);
        }
    }

    // Told is told when one of them is. Where nobody knows, the claim ends by itself and they are told again.
    private Move? MoveOf(Reminder reminder, List<SendOutcome> outcomes) =>
        outcomes.Exists(outcome => outcome is SendOutcome.Accepted) ? rules.After(reminder, isSent: true, clock.GetUtcNow())
        : outcomes.TrueForAll(outcome => outcome is SendOutcome.RefusedForGood) ? rules.After(reminder, isSent: false, clock.GetUtcNow())
        : outcomes.Exists(outcome => outcome is SendOutcome.Unknown) ? null
        : PromiseRules.Later(reminder, clock.GetUtcNow());

    [LoggerMessage(LogLevel.Error, "A reminder of {Count} leads failed.")]
    private partial void LogFailed(Exception exception, int count);

    [LoggerMessage(LogLevel.Information, "Reminded one of the staff ({Role}) of {Count} leads: {Outcome}.")]
    private partial void LogReminded(int count, StaffRole role, string outcome);
}
