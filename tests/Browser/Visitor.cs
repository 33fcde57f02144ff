namespace LeadFunctions.Tests.Browser;

/// <summary>Who comes to a page, and with what.</summary>
internal sealed record Visitor
{
    public bool JavaScript { get; init; } = true;

    /// <summary>In CSS pixels.</summary>
    public int Width { get; init; } = 1280;

    /// <summary>In CSS pixels.</summary>
    public int Height { get; init; } = 900;

    /// <summary>Whether their system is set to dark colours.</summary>
    public bool Dark { get; init; }

    public string Language { get; init; } = "en-US";
}
