using LeadFunctions.Articles;
using LeadFunctions.Leads;

namespace LeadFunctions.Capture;

/// <summary>How a valid inquiry ended.</summary>
public abstract record CaptureResult
{
    private CaptureResult()
    {
    }

    /// <summary>It is stored, now or by the same submission before.</summary>
    /// <param name="Lead">The lead; its reference is what the visitor is told.</param>
    /// <param name="Kind">What was asked for.</param>
    /// <param name="IsUrgent">What was written sounds as if somebody were in danger.</param>
    /// <param name="Articles">Articles that fit what was said, best first.</param>
    /// <param name="Again">The same submission had been stored before.</param>
    public sealed record Received(LeadId Lead, LeadKind Kind, bool IsUrgent, IReadOnlyList<Article> Articles, bool Again) : CaptureResult
    {
        /// <summary>When a call would suit first; null when no call was asked for, or at any time.</summary>
        public PreferredTime? CallAt { get; init; }
    }

    /// <summary>The submission's id was used before, for another content.</summary>
    public sealed record Conflicting : CaptureResult;

    /// <summary>Storage is away; nothing was stored as far as we know, and the same submission may be sent again.</summary>
    public sealed record Unavailable : CaptureResult;
}
