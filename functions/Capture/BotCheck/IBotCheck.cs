using LeadFunctions.Leads;

namespace LeadFunctions.Capture;

/// <summary>Somebody who tells people from machines. What it says is one sign among others, and nobody is refused for it.</summary>
public interface IBotCheck
{
    /// <returns>What a page must hold so that its visitor can be told from a machine; null when nobody is asked anything.</returns>
    BotChallenge? ChallengeFor(LeadKind kind);

    /// <summary>Asks, briefly: a visitor waits. It never throws for a reason that lies with the provider.</summary>
    Task<BotCheckResult> AskAsync(BotCheckQuestion question);
}
