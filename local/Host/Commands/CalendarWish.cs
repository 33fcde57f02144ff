namespace LeadFunctions.Local.Commands;

/// <summary>Whose calendar is asked for, as it was typed.</summary>
internal sealed record CalendarWish
{
    public required string Kind { get; init; }

    public IReadOnlyList<string> Concerns { get; init; } = [];

    /// <summary>A date, or a date and a time of day, on the clinic's clock; null for now.</summary>
    public string? From { get; init; }

    public string Language { get; init; } = "en";

    /// <summary>The slug of the article that the request came from.</summary>
    public string? Article { get; init; }

    /// <summary>The person follows a link.</summary>
    public bool Clicked { get; init; }
}
