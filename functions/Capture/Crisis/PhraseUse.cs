namespace LeadFunctions.Capture;

/// <param name="Kind">What the phrase does.</param>
/// <param name="Number">Which context, or which kind of danger.</param>
internal readonly record struct PhraseUse(PhraseKind Kind, int Number);

/// <param name="Use">What the phrase is for.</param>
/// <param name="Begin">The place of its first word.</param>
/// <param name="End">The place of its last word.</param>
/// <param name="Sentence">The number of the sentence that it stands in.</param>
internal readonly record struct PhraseFound(PhraseUse Use, int Begin, int End, int Sentence);

internal enum PhraseKind
{
    /// <summary>Somebody may be in danger.</summary>
    Danger,

    /// <summary>Takes away every danger that it touches.</summary>
    Harmless,

    /// <summary>Takes away a danger that begins right behind it.</summary>
    Negation,

    /// <summary>Says what its whole sentence is about.</summary>
    Context,
}
