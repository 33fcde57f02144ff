using System.Text.Json;
using LeadFunctions.Articles;
using LeadFunctions.Tests.Content;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace LeadFunctions.Tests.Articles;

public sealed class ArticlesFunctionTests : IDisposable
{
    private readonly ServiceProvider services = EditedContent.Services();

    public void Dispose() => services.Dispose();

    [Fact]
    public async Task The_concerns_are_listed_with_their_kind_in_the_order_of_the_content()
    {
        var (status, headers, body) = await ConcernsAsync();

        Assert.Equal(200, status);
        Assert.Equal("application/json; charset=utf-8", headers.ContentType);
        Assert.Equal(13, body.GetArrayLength());
        Assert.Equal("""{"id":"depression","label":"Depression","kind":"concern"}""", body[0].GetRawText());
        Assert.Equal("""{"id":"telehealth","label":"Telehealth","kind":"interest"}""", body[12].GetRawText());
    }

    [Fact]
    public async Task Articles_fit_the_concerns_and_leave_out_the_one_that_was_read()
    {
        var (status, _, body) = await ArticlesAsync("?concern=depression&concern=chronic-pain&exclude=can-ketamine-relieve-my-chronic-pain&limit=3");

        Assert.Equal(200, status);
        Assert.Equal(
            ["depression-and-chronic-pain", "depression-more-than-sadness", "living-well-with-chronic-pain"],
            body.EnumerateArray().Select(article => article.GetProperty("slug").GetString()));
        Assert.Equal(
            """
            {"slug":"depression-and-chronic-pain","title":"The Connection Between Depression and Chronic Pain","summary":"Pain and low mood feed each other. Why they so often come together, and why treating both at once tends to work better than treating either alone.","url":"https://mindbody.example.com/articles/depression-and-chronic-pain","minutes":4,"why":"covers depression and chronic pain together"}
            """,
            body[0].GetRawText());
    }

    [Theory]
    [InlineData("", 5)]
    [InlineData("?concern=&exclude=", 5)]
    [InlineData("?exclude=an-article-that-is-gone", 5)]
    [InlineData("?limit=1", 1)]
    [InlineData("?limit=20", 16)]
    public async Task There_are_five_articles_unless_the_visitor_says_otherwise(string query, int count)
    {
        var (status, _, body) = await ArticlesAsync(query);

        Assert.Equal((200, count), (status, body.GetArrayLength()));
    }

    [Theory]
    [InlineData("?limit=0")]
    [InlineData("?limit=21")]
    [InlineData("?limit=-1")]
    [InlineData("?limit=")]
    [InlineData("?limit=five")]
    [InlineData("?limit=1&limit=2")]
    [InlineData("?limit=99999999999")]
    public async Task A_limit_that_is_none_is_refused_by_name(string query)
    {
        var (status, headers, body) = await ArticlesAsync(query);

        Assert.Equal((400, "application/problem+json"), (status, headers.ContentType.ToString()));
        Assert.Equal("A whole number from 1 to 20.", body.GetProperty("errors").GetProperty("limit")[0].GetString());
    }

    [Theory]
    [InlineData("?concern=hysteria")]
    [InlineData("?concern=Depression")]
    [InlineData("?concern=depression&concern=%3Cscript%3E")]
    public async Task An_unknown_concern_is_refused_with_the_list_of_known_ones(string query)
    {
        var (status, headers, body) = await ArticlesAsync(query);

        var error = Assert.Single(body.GetProperty("errors").GetProperty("concern").EnumerateArray()).GetString();
        Assert.Equal((400, "application/problem+json"), (status, headers.ContentType.ToString()));
        Assert.StartsWith("Not a known concern. Known are depression, treatment-resistant-depression, anxiety, ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Anyone_may_keep_an_answer_and_is_told_when_it_has_not_changed()
    {
        var (_, first, _) = await ArticlesAsync("?concern=sleep");

        var (status, again, body) = await ArticlesAsync("?concern=sleep", ifNoneMatch: $"\"other\", {first.ETag}");

        Assert.Equal("public, max-age=300", first.CacheControl);
        Assert.Matches("^\"[A-Za-z0-9_-]{22}\"$", first.ETag.ToString());
        Assert.Equal((304, JsonValueKind.Undefined), (status, body.ValueKind));
        Assert.Equal((first.ETag, first.CacheControl), (again.ETag, again.CacheControl));
    }

    [Fact]
    public async Task A_proxy_that_compresses_and_weakens_the_tag_is_told_so_too()
    {
        var (_, first, _) = await ConcernsAsync();

        var (status, _, _) = await ConcernsAsync(ifNoneMatch: $"W/{first.ETag}");

        Assert.Equal(304, status);
    }

    [Fact]
    public async Task Another_question_has_another_tag()
    {
        var (_, sleep, _) = await ArticlesAsync("?concern=sleep");

        var (status, stress, _) = await ArticlesAsync("?concern=stress", ifNoneMatch: sleep.ETag.ToString());

        Assert.Equal(200, status);
        Assert.NotEqual(sleep.ETag, stress.ETag);
    }

    private Task<(int Status, IHeaderDictionary Headers, JsonElement Body)> ConcernsAsync(string? ifNoneMatch = null)
    {
        var context = new DefaultHttpContext();
        context.Request.Headers.IfNoneMatch = ifNoneMatch;
        return AnswerAsync(context, new ConcernsFunction(services.GetRequiredService<ConcernCatalogue>()).Run(context.Request));
    }

    private Task<(int Status, IHeaderDictionary Headers, JsonElement Body)> ArticlesAsync(string query, string? ifNoneMatch = null)
    {
        var context = new DefaultHttpContext();
        context.Request.QueryString = new(query);
        context.Request.Headers.IfNoneMatch = ifNoneMatch;
        return AnswerAsync(context, new ArticlesFunction(services.GetRequiredService<ArticlesHandler>()).Run(context.Request));
    }

    private static async Task<(int Status, IHeaderDictionary Headers, JsonElement Body)> AnswerAsync(HttpContext context, IResult result)
    {
        await using var services = new ServiceCollection().AddLogging().BuildServiceProvider();
        using var body = new MemoryStream();
        context.RequestServices = services;
        context.Response.Body = body;

        await result.ExecuteAsync(context);

        return (
            context.Response.StatusCode,
            context.Response.Headers,
            body.Length == 0 ? default : JsonDocument.Parse(body.ToArray()).RootElement);
    }
}
