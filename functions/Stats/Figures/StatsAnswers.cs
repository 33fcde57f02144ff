using System.Text.Json;
using LeadFunctions.Http;
using LeadFunctions.Languages;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace LeadFunctions.Stats;

/// <summary>Figures over HTTP: what was asked, and the answer in the form that is wanted.</summary>
internal static class StatsAnswers
{
    // The functions host takes the key of the caller from here.
    private const string KeyParameter = "code";

    // Figures are made every ten minutes; whoever pages through them need not ask for each again.
    private const string Briefly = "private, max-age=60";

    private const string JsonType = "application/json; charset=utf-8";

    private static readonly MediaTypeHeaderValue Csv = new("text/csv");
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    public static Dictionary<string, IReadOnlyList<string?>> Parameters(HttpRequest request) => request.Query
        .Where(parameter => parameter.Key is not (KeyParameter or Language.Parameter))
        .ToDictionary(parameter => parameter.Key, parameter => (IReadOnlyList<string?>)[.. parameter.Value], StringComparer.Ordinal);

    public static IResult Of(StatsAnswer answer, HttpRequest request) => Of(
        request,
        () => StatsCsv.Of(answer),
        () => new(JsonSerializer.SerializeToUtf8Bytes(answer, StatsJson.Default.StatsAnswer), JsonType, Briefly, Language.Current));

    public static IResult Of(FirstResponseAnswer answer, HttpRequest request) => Of(
        request,
        () => StatsCsv.Of(answer),
        () => new(JsonSerializer.SerializeToUtf8Bytes(answer, FirstResponseJson.Default.FirstResponseAnswer), JsonType, Briefly));

    private static Cacheable Of(HttpRequest request, Func<byte[]> toCsv, Func<Cacheable> toJson)
    {
        request.HttpContext.Response.Headers.Append(HeaderNames.Vary, HeaderNames.Accept);
        return WantsCsv(request) ? new(toCsv(), "text/csv; charset=utf-8; header=present", Briefly) : toJson();
    }

    /// <summary>CSV is for those who ask for it by name, and do not want JSON as much.</summary>
    private static bool WantsCsv(HttpRequest request)
    {
        var accepted = request.GetTypedHeaders().Accept;
        return Wanted(Csv) is var csv and > 0 && csv > Wanted(Json);

        double Wanted(MediaTypeHeaderValue form) => accepted
            .Where(type => type.MediaType.Equals(form.MediaType, StringComparison.OrdinalIgnoreCase))
            .Select(type => type.Quality ?? 1)
            .DefaultIfEmpty(0)
            .Max();
    }
}
