using System.Diagnostics;

namespace LeadFunctions.Capture;

/// <summary>What a bot check says.</summary>
public enum BotCheckResult
{
    /// <summary>A person, as far as it can tell; or nobody is asked.</summary>
    Passed,

    /// <summary>The page sent no answer.</summary>
    Missing,

    /// <summary>A machine, or an answer that was used before, made up, or made elsewhere.</summary>
    Failed,

    /// <summary>The provider did not answer in time, or not so that it could be understood.</summary>
    Away,
}

internal static class BotCheckResults
{
    /// <returns>The sign of spam that a result is; null for none.</returns>
    public static string? Sign(this BotCheckResult result) => result switch
    {
        BotCheckResult.Passed => null,
        BotCheckResult.Missing => SpamSigns.CheckMissing,
        BotCheckResult.Failed => SpamSigns.CheckFailed,
        BotCheckResult.Away => SpamSigns.CheckAway,
        _ => throw new UnreachableException(),
    };
}
