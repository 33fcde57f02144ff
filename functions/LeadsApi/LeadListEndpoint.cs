using System.Runtime.CompilerServices;
using LeadFunctions.Desk;
using LeadFunctions.Http;
using LeadFunctions.Leads;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Net.Http.Headers;

namespace LeadFunctions.LeadsApi;

/// <summary>
/// Answers with a list of leads. JSON comes page by page. CSV is for a spreadsheet, and so is the whole list, unless a limit is named; then it
/// is a page, too, and the header <c>Link</c> leads to the next. NDJSON is for a clinic that moves: the same, with all that is known of each lead.
/// </summary>
public sealed class LeadListEndpoint(ILeadDesk desk, LeadFiles files, LeadListReader reader, LeadAnswers answers, TimeProvider clock)
{
    private const string Json = "application/json";
    private const string Bom = "bom";
    private const string Cursor = "cursor";

    // The key may be in the address, as the Functions host allows; what a list is asked for must not carry it on.
    private const string Code = "code";

    public async Task<IResult> AnswerAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        request.HttpContext.Response.Headers.Vary = HeaderNames.Accept;
        var parameters = request.Query.Select(parameter => KeyValuePair.Create(parameter.Key, (IReadOnlyList<string>)[.. parameter.Value.OfType<string>()]));
        var list = reader.TryRead(parameters, [Bom, Code, Languages.Language.Parameter], out var errors);
        var withBom = Flag(request, Bom, errors);
        if (list is null || errors.Count > 0)
        {
            return Problems.Invalid(errors);
        }

        try
        {
            return Wanted(request) switch
            {
                CsvResult.MediaType => await CsvAsync(request, list, withBom, cancellationToken),
                NdjsonResult.MediaType => await NdjsonAsync(request, list, cancellationToken),
                _ => await JsonAsync(request, list, cancellationToken),
            };
        }
        catch (LeadStoreUnavailableException)
        {
            return LeadAnswers.Unavailable;
        }
    }

    private async Task<IResult> JsonAsync(HttpRequest request, LeadList list, CancellationToken cancellationToken)
    {
        var page = await desk.ListAsync(list.Filter, list.After, list.Limit ?? LeadList.UsualLimit, cancellationToken);
        LinkTo(request, page.Next);
        return TypedResults.Json(new LeadListJson(answers.Of(page.Leads), page.Next?.ToString()), LeadsJson.Default.LeadListJson);
    }

    private async Task<IResult> CsvAsync(HttpRequest request, LeadList list, bool withBom, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return new CsvResult((await LeadsAsync(request, list, cancellationToken)).Select(lead => answers.Of(lead, now)), withBom);
    }

    private async Task<IResult> NdjsonAsync(HttpRequest request, LeadList list, CancellationToken cancellationToken) =>
        new NdjsonResult(FilesOf(await LeadsAsync(request, list, cancellationToken), cancellationToken));

    // One that was erased meanwhile is not there any more.
    private async IAsyncEnumerable<LeadFileJson> FilesOf(IAsyncEnumerable<Lead> leads, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var lead in leads.WithCancellation(cancellationToken))
        {
            if (await files.FindAsync(lead.Id, cancellationToken) is var (file, _))
            {
                yield return file;
            }
        }
    }

    // A page where a limit is named, else all.
    private async Task<IAsyncEnumerable<Lead>> LeadsAsync(HttpRequest request, LeadList list, CancellationToken cancellationToken)
    {
        if (list.Limit is { } limit)
        {
            var page = await desk.ListAsync(list.Filter, list.After, limit, cancellationToken);
            LinkTo(request, page.Next);
            return page.Leads.ToAsyncEnumerable();
        }

        // Begun before the answer is, so that storage that is away can still be told.
        var leads = desk.AllAsync(list.Filter, list.After, cancellationToken).GetAsyncEnumerator(cancellationToken);
        return Begun(leads, await leads.MoveNextAsync());
    }

    private static async IAsyncEnumerable<Lead> Begun(IAsyncEnumerator<Lead> leads, bool hasLead)
    {
        await using (leads)
        {
            for (; hasLead; hasLead = await leads.MoveNextAsync())
            {
                yield return leads.Current;
            }
        }
    }

    // RFC 8288; a reference relative to this address, so that no proxy's idea of our name gets in.
    private static void LinkTo(HttpRequest request, LeadCursor? next)
    {
        if (next is not null)
        {
            var query = new QueryBuilder(request.Query
                .Where(parameter => parameter.Key is not (Cursor or Code))
                .SelectMany(parameter => parameter.Value.OfType<string>().Select(value => KeyValuePair.Create(parameter.Key, value))))
            {
                { Cursor, next.ToString() },
            };
            request.HttpContext.Response.Headers.Link = $"<{query}>; rel=\"next\"";
        }
    }

    private static bool Flag(HttpRequest request, string name, Dictionary<string, string[]> errors)
    {
        var value = request.Query[name].ToString();
        if (value is not ("" or "true" or "false"))
        {
            errors[name] = [DeskText.TrueOrFalse];
        }

        return value == "true";
    }

    /// <returns>The media type that weighs most; JSON where none of ours is named.</returns>
    private static string Wanted(HttpRequest request)
    {
        if (!MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out var accepted))
        {
            return Json;
        }

        double Weight(string type) => accepted.Where(range => range.MediaType == type).Select(range => range.Quality ?? 1).DefaultIfEmpty(0).Max();
        return ((string[])[CsvResult.MediaType, NdjsonResult.MediaType, Json]).Where(type => Weight(type) > 0).DefaultIfEmpty(Json).MaxBy(Weight)!;
    }
}
