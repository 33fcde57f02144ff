using System.Globalization;
using System.Net.Http.Headers;

namespace LeadFunctions.Benchmarks;

/// <summary>What made-up visitors send.</summary>
internal static class Submissions
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    /// <summary>A request for an appointment as the form sends it, with everything filled in and consent to articles.</summary>
    /// <param name="number">Tells people apart.</param>
    public static HttpRequestMessage Appointment(int number) => Post("/api/appointments", $$"""
        {"name":"Robin Example","email":"visitor{{number}}@example.com","phone":"(650) 555-0123","contactBy":"email",
        "concerns":["depression","chronic-pain"],"message":"I have had back pain for three years and would like to know how a first visit goes.",
        "preferredTimes":[{"day":"monday","part":"morning"}],"visit":"either","consent":{"articles":true,"calls":true,"texts":false},
        "source":{"page":"https://mindbody.example.com/articles/depression-and-chronic-pain","campaign":"mind-body-care","medium":"cpc"},
        "submissionId":"{{SubmissionId(number)}}"}
        """);

    /// <summary>A request to be called, from somebody who leaves a number and nothing else: staff are told, and nobody is written to.</summary>
    public static HttpRequestMessage Call(int number) => Post("/api/calls", $$"""
        {"name":"Robin Example","phone":"+1650555{{number:0000}}","submissionId":"{{SubmissionId(number)}}"}
        """);

    private static string SubmissionId(int number) => new Guid(number, 0, 0, new byte[8]).ToString("D", CultureInfo.InvariantCulture);

    private static HttpRequestMessage Post(string path, string body) => new(HttpMethod.Post, new Uri(path, UriKind.Relative))
    {
        Content = new StringContent(body, Json),
    };
}
