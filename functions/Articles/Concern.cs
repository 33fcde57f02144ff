namespace LeadFunctions.Articles;

/// <summary>Something a visitor can say they come for.</summary>
/// <param name="Id">Kept with leads and used in addresses: lower-case words and hyphens.</param>
/// <param name="Label">As visitors read it.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Words">Words and phrases of a message that hint at it.</param>
public sealed record Concern(string Id, string Label, ConcernKind Kind, IReadOnlyList<string> Words)
{
    /// <summary>The label inside of a sentence: "chronic pain", but "OCD".</summary>
    public string InSentence => Label.Length > 1 && char.IsUpper(Label[1]) ? Label : char.ToLowerInvariant(Label[0]) + Label[1..];
}

/// <summary>What a visitor names.</summary>
public enum ConcernKind
{
    /// <summary>What troubles them.</summary>
    Concern,

    /// <summary>A treatment that they want to know about.</summary>
    Interest,
}
