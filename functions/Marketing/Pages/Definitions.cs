namespace LeadFunctions.Marketing;

/// <summary>What the figures mean: each column of each table leads to one of these.</summary>
public static class Definitions
{
    private static readonly string[] Names =
    [
        "Range", "Captured", "Reached", "Read", "BookedSince", "Booked", "BookedWithin7Days", "BookedWithin30Days", "BookedWithin90Days", "Cohort", "Wait", "Hour", "Answered", "AnswerTime",
        "Sent", "Delivered", "Opened", "OpenedUnsure", "OpenedMachine", "Clicked", "ClickedUnsure", "ClickedMachine", "Unsubscribed", "Bounced", "Complained",
        "Share", "Change", "Concern", "Article", "Step", "Source", "Campaign", "LastTouch", "FirstTouch", "ArticlesAbout", "Newest", "Published",
        "Variant", "Interval", "VariantVerdict", "CoverageVerdict", "UnreadVerdict",
    ];

    /// <summary>Name, term and meaning, in the language that is spoken now.</summary>
    public static IEnumerable<(string Name, string Term, string Meaning)> All => Names.Select(name => (Said.Wire(name), Said.Word($"Head{name}"), Said.Word($"Def{name}")));

    /// <summary>The place of a definition on the page.</summary>
    public static string IdOf(string name) => $"def-{name}";
}
