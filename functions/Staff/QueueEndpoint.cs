using LeadFunctions.Desk;
using LeadFunctions.Languages;
using LeadFunctions.Leads;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace LeadFunctions.Staff;

/// <summary>Shows the queue, or, where something is searched or filtered, the leads that were found, page by page.</summary>
public sealed class QueueEndpoint(ILeadDesk desk, QueueReading queue, AnswerNews answers, LeadListReader reader, DeskPages pages)
{
    private const string Cursor = "cursor";

    public async Task<IResult> AnswerAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var parameters = request.Query.Select(parameter => KeyValuePair.Create(parameter.Key, (IReadOnlyList<string>)[.. parameter.Value.OfType<string>()])).ToList();
        var wanted = new Wanted(parameters
            .Where(parameter => parameter.Value.Count > 0 && parameter.Value[0].Length > 0)
            .ToDictionary(parameter => parameter.Key, parameter => parameter.Value[0], StringComparer.Ordinal));
        var list = reader.TryRead(parameters, [Language.Parameter], out var errors);
        if (list is null)
        {
            return await pages.FoundAsync(wanted, new([], Next: null), next: null, errors, StatusCodes.Status400BadRequest);
        }

        try
        {
            if (!wanted.IsAnything)
            {
                return await pages.QueueAsync(await queue.ReadAsync(cancellationToken), await answers.ReadAsync(cancellationToken));
            }

            var page = await desk.ListAsync(list.Filter, list.After, list.Limit ?? LeadList.UsualLimit, cancellationToken);
            return await pages.FoundAsync(wanted, page, NextOf(request, page), errors);
        }
        catch (LeadStoreUnavailableException)
        {
            return await pages.UnavailableAsync();
        }
    }

    private static string? NextOf(HttpRequest request, LeadPage page) => page.Next is not { } next ? null : new QueryBuilder(request.Query
        .Where(parameter => parameter.Key != Cursor)
        .SelectMany(parameter => parameter.Value.OfType<string>().Where(value => value.Length > 0).Select(value => KeyValuePair.Create(parameter.Key, value))))
    {
        { Cursor, next.ToString() },
    }.ToString();
}
