using Microsoft.AspNetCore.Http;

namespace LeadFunctions.Capture;

/// <summary>What the link to a form says: the concerns of the article that the visitor read, and where they came from.</summary>
internal static class FormPrefill
{
    private const int LongestValue = 1000;
    private const int MostConcerns = 10;
    private const string Page = "source.page";

    private static readonly (string Parameter, string Field)[] Sources =
    [
        ("page", Page),
        ("article", "source.article"),
        ("utm_campaign", "source.campaign"),
        ("utm_medium", "source.medium"),
        ("utm_content", "source.content"),
        ("utm_term", "source.term"),
        ("utm_source", "source.referrer"),
    ];

    public static SubmittedFields Of(HttpRequest request)
    {
        var fields = new SubmittedFields();
        foreach (var concern in request.Query["concern"].OfType<string>().SelectMany(text => text.Split(',')).Distinct().Take(MostConcerns))
        {
            fields.Add(SubmissionSchema.Concerns, concern.Trim());
        }

        foreach (var (parameter, field) in Sources)
        {
            Add(fields, field, request.Query[parameter]);
        }

        if (fields.All(Page).Count == 0)
        {
            Add(fields, Page, request.Headers.Referer);
        }

        return fields;
    }

    /// <summary>The query of a link that says the same again: with its question mark, or empty when there is nothing to say.</summary>
    public static string QueryOf(SubmittedFields fields) => QueryString.Create(
    [
        .. fields.All(SubmissionSchema.Concerns).Select(concern => KeyValuePair.Create<string, string?>("concern", concern)),
        .. from source in Sources
           from value in fields.All(source.Field).Take(1)
           select KeyValuePair.Create<string, string?>(source.Parameter, value),
    ]).ToString();

    private static void Add(SubmittedFields fields, string field, string? value)
    {
        if (PlainText.CleanLabel(value, LongestValue) is { } clean)
        {
            fields.Add(field, clean);
        }
    }
}
