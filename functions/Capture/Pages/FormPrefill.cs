using Microsoft.AspNetCore.Http;

namespace LeadFunctions.Capture;

/// <summary>What the link to a form says: the concerns of the article that the visitor read, and where they came from.</summary>
internal static class FormPrefill
{
    private const int LongestValue = 1000;
    private const int MostConcerns = 10;

    private static readonly (string Parameter, string Field)[] Sources =
    [
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

        Add(fields, "source.page", request.Headers.Referer);
        return fields;
    }

    private static void Add(SubmittedFields fields, string field, string? value)
    {
        if (PlainText.CleanLabel(value, LongestValue) is { } clean)
        {
            fields.Add(field, clean);
        }
    }
}
