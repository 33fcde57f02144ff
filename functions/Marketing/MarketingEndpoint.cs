using LeadFunctions.Http;
using LeadFunctions.Leads;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace LeadFunctions.Marketing;

/// <summary>Shows what follow-up achieves, as a page and as files.</summary>
public sealed partial class MarketingEndpoint(
    FigureReading reading, RangeReader ranges, MarketingTables tables, PageRenderer renderer, ILogger<MarketingEndpoint> logger)
{
    // The one script of the page comes from our own host.
    private const string OwnHost = "'self'";

    public async Task<IResult> PageAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var range = ranges.Read(request.Query, out var problem);
        return await FiguresAsync(range, cancellationToken) is { } figures
            ? await renderer.RenderAsync<MarketingPage, MarketingView>(
                new(range, figures.Today, problem, tables.Of(figures)),
                problem is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest,
                ownScript: OwnHost)
            : await UnavailableAsync();
    }

    public async Task<IResult> TableAsync(string id, HttpRequest request, CancellationToken cancellationToken)
    {
        var range = ranges.Read(request.Query, out var problem);
        if (problem is not null)
        {
            return Problems.Of(StatusCodes.Status400BadRequest, problem);
        }

        if (await FiguresAsync(range, cancellationToken) is not { } figures)
        {
            return await UnavailableAsync();
        }

        return tables.Of(figures).FirstOrDefault(table => table.Id == id) is { } found
            ? FigureCsv.Answer(found, range)
            : await renderer.RenderAsync<MarketingNoticePage, Message>(new(MarketingText.NoTable, []), StatusCodes.Status404NotFound);
    }

    private async Task<MarketingFigures?> FiguresAsync(DateRange range, CancellationToken cancellationToken)
    {
        try
        {
            return await reading.ReadAsync(range, cancellationToken);
        }
        catch (LeadStoreUnavailableException exception)
        {
            LogUnavailable(exception);
            return null;
        }
    }

    private Task<IResult> UnavailableAsync() => renderer.RenderAsync<MarketingNoticePage, Message>(
        new(MarketingText.UnavailableHeading, MarketingText.UnavailableHelp), StatusCodes.Status503ServiceUnavailable);

    [LoggerMessage(LogLevel.Warning, "Storage was away when the page of figures was asked for.")]
    private partial void LogUnavailable(Exception exception);
}
