using LeadFunctions.Articles;
using LeadFunctions.Leads;

namespace LeadFunctions.Capture;

/// <summary>What is known of a request on the page that says thanks: nothing about the person.</summary>
/// <param name="Lead">The lead.</param>
/// <param name="Kind">What was asked for.</param>
/// <param name="IsUrgent">What was written sounds as if somebody were in danger.</param>
/// <param name="SentAt">When (UTC).</param>
/// <param name="Articles">Articles that fit, best first.</param>
public sealed record Thanks(LeadId Lead, LeadKind Kind, bool IsUrgent, DateTimeOffset SentAt, IReadOnlyList<Article> Articles)
{
    /// <summary>When a call would suit, if a day was named.</summary>
    public PreferredTime? CallAt { get; init; }

    /// <summary>The token of the page's own address.</summary>
    public string Token { get; init; } = "";
}
