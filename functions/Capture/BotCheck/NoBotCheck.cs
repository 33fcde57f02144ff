using LeadFunctions.Leads;

namespace LeadFunctions.Capture;

/// <summary>Asks nobody anything: no page holds anything foreign.</summary>
internal sealed class NoBotCheck : IBotCheck
{
    public BotChallenge? ChallengeFor(LeadKind kind) => null;

    public Task<BotCheckResult> AskAsync(BotCheckQuestion question) => Task.FromResult(BotCheckResult.Passed);
}
