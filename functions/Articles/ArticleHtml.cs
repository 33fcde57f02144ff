using Markdig;

namespace LeadFunctions.Articles;

/// <summary>Markdown as HTML. Apart from the article, so that Markdig is loaded when the first one is shown and not at start.</summary>
internal static class ArticleHtml
{
    // The text is the clinic's own, but a page that shows it must not run what somebody pasted into it.
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().Build();

    public static string Of(string markdown) => Markdown.ToHtml(markdown, Pipeline);
}
