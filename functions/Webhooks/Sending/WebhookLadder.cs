using System.Security.Cryptography;
using System.Text;
using LeadFunctions.Leads;

namespace LeadFunctions.Webhooks;

/// <summary>
/// When a message is tried again: at once, and after 5 s, 5 min, 30 min, 2 h, 5 h, 10 h, 14 h, 20 h and then every 24 h, as Standard Webhooks
/// has it, each up to a tenth later, so that what failed together does not come back together. The timer comes by every minute, so the first
/// of these is with its next run.
/// </summary>
public static class WebhookLadder
{
    private const double Jitter = 0.1;

    private static readonly TimeSpan[] Waits =
    [
        TimeSpan.FromSeconds(5),
        TimeSpan.FromMinutes(5),
        TimeSpan.FromMinutes(30),
        TimeSpan.FromHours(2),
        TimeSpan.FromHours(5),
        TimeSpan.FromHours(10),
        TimeSpan.FromHours(14),
        TimeSpan.FromHours(20),
        TimeSpan.FromHours(24),
    ];

    /// <summary>When a message that has just failed is due again (UTC). The lateness is the message's own, so that it can be told beforehand.</summary>
    public static DateTimeOffset NextTry(WebhookMessage failed, DateTimeOffset now)
    {
        var wait = Waits[Math.Clamp(failed.Attempts, 1, Waits.Length) - 1];
        return now + wait + (wait * Jitter * ShareOf(failed));
    }

    /// <returns>From 0 to 1.</returns>
    private static double ShareOf(WebhookMessage message) =>
        SHA256.HashData(Encoding.UTF8.GetBytes($"{message.Key}~{message.Attempts}"))[0] / (double)byte.MaxValue;
}
