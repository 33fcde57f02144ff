using LeadFunctions.Languages;

namespace LeadFunctions.Articles;

/// <summary>Something a visitor can say they come for.</summary>
/// <param name="Id">Kept with leads and used in addresses: lower-case words and hyphens.</param>
/// <param name="Label">As visitors read it.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Words">Words and phrases of a message that hint at it, in every language.</param>
public sealed record Concern(string Id, LocalText Label, ConcernKind Kind, IReadOnlyList<string> Words)
{
    /// <summary>The label inside of a sentence: "chronic pain", but "OCD".</summary>
    public string InSentence => Label.ToString() is [_, var second, ..] label && !char.IsUpper(second) ? char.ToLowerInvariant(label[0]) + label[1..] : Label.ToString();
}

/// <summary>What a visitor names.</summary>
public enum ConcernKind
{
    /// <summary>What troubles them.</summary>
    Concern,

    /// <summary>A treatment that they want to know about.</summary>
    Interest,
}
