using LeadFunctions.Languages;

namespace LeadFunctions.Capture;

/// <summary>One sign of spam.</summary>
/// <param name="Points">What it counts.</param>
/// <param name="Most">What it counts in all, however often it is found.</param>
/// <param name="Says">What staff read.</param>
public sealed record SpamSign(int Points, int Most, LocalText Says)
{
    public int PointsFor(int times) => Math.Min(Points * times, Most);
}
