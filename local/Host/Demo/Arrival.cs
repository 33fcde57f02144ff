namespace LeadFunctions.Local.Demo;

/// <summary>How somebody came to the clinic's page, as the page can tell.</summary>
internal sealed record Arrival(int Weight, string? Campaign = null, string? Medium = null, string? Content = null, string? Referrer = null)
{
    public static IReadOnlyList<Arrival> All { get; } =
    [
        new(40, Referrer: "https://search.example.com/"),
        new(15),
        new(10, "mind-body-care", "cpc", "ad-a", "https://search.example.com/"),
        new(8, "mind-body-care", "cpc", "ad-b", "https://search.example.com/"),
        new(12, "monthly-letter", "email"),
        new(10, "community", "social", Referrer: "https://social.example.com/"),
        new(5, "doctors-who-refer", "print"),
    ];
}
