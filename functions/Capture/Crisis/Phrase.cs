namespace LeadFunctions.Capture;

/// <summary>What a phrase of <c>crisis.yml</c> is made of.</summary>
internal abstract record Phrase
{
    private Phrase()
    {
    }

    /// <summary>One word out of several.</summary>
    public sealed record OneOf(IReadOnlyList<int> Words) : Phrase;

    /// <summary>One after the other.</summary>
    public sealed record InTurn(IReadOnlyList<Phrase> Parts) : Phrase;

    /// <summary>Any one of them.</summary>
    public sealed record Either(IReadOnlyList<Phrase> Parts) : Phrase;

    /// <summary>Or nothing.</summary>
    public sealed record Maybe(Phrase Part) : Phrase;

    /// <summary>Any number of times, or not at all.</summary>
    public sealed record Often(Phrase Part) : Phrase;

    /// <summary>Whether the phrase also fits nothing at all.</summary>
    public bool FitsNothing => this switch
    {
        OneOf => false,
        InTurn sequence => sequence.Parts.All(part => part.FitsNothing),
        Either choice => choice.Parts.Any(part => part.FitsNothing),
        _ => true,
    };
}
