using LeadFunctions.Languages;

namespace LeadFunctions.Articles;

/// <summary>An article of the clinic's website. From <c>content/articles/{slug}.md</c>.</summary>
/// <param name="markdown">The text.</param>
public sealed class Article(string markdown)
{
    private readonly Lazy<string> html = new(() => ArticleHtml.Of(markdown));

    /// <summary>The id: the name of the file. Kept with leads.</summary>
    public required string Slug { get; init; }

    /// <summary>The headline, for readers of each language; the article itself is in English.</summary>
    public required LocalText Title { get; init; }

    /// <summary>What it is about, in a sentence or two.</summary>
    public required LocalText Summary { get; init; }

    /// <summary>The headline as the text of a link: who does not read English is told before they follow it.</summary>
    public string Headline => ArticlesText.Headline.With(Title);

    /// <summary>Where it is on the clinic's website.</summary>
    public required Uri Url { get; init; }

    /// <summary>How long it takes to read.</summary>
    public required int Minutes { get; init; }

    /// <summary>The day it was published.</summary>
    public required DateOnly Published { get; init; }

    /// <summary>Who looked at it with medical eyes: a role, never a person.</summary>
    public required string ReviewedBy { get; init; }

    /// <summary>How much it is about each concern and each treatment, by id: 1 touches on it, 5 is about nothing else.</summary>
    public required IReadOnlyDictionary<string, int> Weights { get; init; }

    /// <summary>Whether it is about a concern or a treatment, and does not only touch on it.</summary>
    public bool IsAbout(string id) => Weights.GetValueOrDefault(id) >= Candidate.AboutIt;

    /// <summary>The text as HTML, made when it is first shown. Raw HTML in the text is shown, not obeyed.</summary>
    public string Html => html.Value;
}
