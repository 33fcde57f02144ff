namespace LeadFunctions.Capture;

/// <summary>A message, read once for all who judge it.</summary>
internal sealed class ReadMessage
{
    private ReadMessage(string text, IReadOnlyList<(string Host, string Address)> links)
    {
        Text = text;
        Words = FoldedWords.In(text);
        Links = links;
        Rest = links.Aggregate(text, (rest, link) => rest.Replace(link.Address, " ", StringComparison.Ordinal));
    }

    public string Text { get; }

    /// <summary>Its words, as <see cref="FoldedWords"/> folds them.</summary>
    public IReadOnlyList<string> Words { get; }

    /// <summary>Its links, without those to the clinic's own pages: the same link twice is two.</summary>
    public IReadOnlyList<(string Host, string Address)> Links { get; }

    /// <summary>The text without its links.</summary>
    public string Rest { get; }

    /// <param name="text">The message.</param>
    /// <param name="ownHost">The host of the clinic's own pages.</param>
    public static ReadMessage Of(string text, string ownHost) =>
        new(text, [.. Capture.Links.In(text).Where(link => !MessageSigns.IsUnder(link.Host, ownHost))]);
}
