namespace LeadFunctions.Leads;

/// <summary>Where the visitor came from, as the page or the campaign says; nothing here is trusted or required.</summary>
public sealed record LeadSource
{
    public static LeadSource Unknown { get; } = new();

    public string? Page { get; init; }

    /// <summary>The slug of the article that the visitor was reading.</summary>
    public string? Article { get; init; }

    public string? Campaign { get; init; }

    public string? Medium { get; init; }

    public string? Content { get; init; }

    public string? Term { get; init; }

    public string? Referrer { get; init; }
}
