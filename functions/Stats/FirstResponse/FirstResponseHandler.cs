using LeadFunctions.Desk;
using LeadFunctions.Languages;
using LeadFunctions.Leads;
using Microsoft.Extensions.Logging;

namespace LeadFunctions.Stats;

/// <summary>The endings of asking how soon staff answer.</summary>
public abstract record FirstResponseResult
{
    private FirstResponseResult()
    {
    }

    public sealed record Found(FirstResponseAnswer Answer) : FirstResponseResult;

    /// <summary>What is wrong, by parameter.</summary>
    public sealed record Rejected(IDictionary<string, string[]> Errors) : FirstResponseResult;

    /// <summary>Storage is away.</summary>
    public sealed record Unavailable : FirstResponseResult;
}

/// <summary>Answers how soon staff answered, by week and kind, for at most a year at once.</summary>
public sealed partial class FirstResponseHandler(StatsQueryReader reader, FirstResponses responses, ILogger<FirstResponseHandler> logger)
{
    /// <summary>A leap year.</summary>
    public const int MostDays = 366;

    private const string By = "by";

    public async Task<FirstResponseResult> HandleAsync(IReadOnlyDictionary<string, IReadOnlyList<string?>> parameters, CancellationToken cancellationToken)
    {
        var query = reader.Read(parameters, out var errors);
        if (parameters.ContainsKey(By))
        {
            errors[By] = [StatsText.UnknownHere];
        }

        if (query is not null && query.To.DayNumber - query.From.DayNumber >= MostDays)
        {
            errors["from"] = [StatsText.RangeTooLong.With(MostDays - 1)];
        }

        if (query is null || errors.Count > 0)
        {
            return new FirstResponseResult.Rejected(errors);
        }

        try
        {
            var rows = (await responses.ReadAsync(query.From, query.To, cancellationToken)).ToLookup(response => response.Week is null, FirstResponseRow.Of);
            return new FirstResponseResult.Found(new(StatsQueryReader.Text(query.From), StatsQueryReader.Text(query.To), [.. rows[false]], [.. rows[true]]));
        }
        catch (LeadStoreUnavailableException exception)
        {
            LogUnavailable(exception);
            return new FirstResponseResult.Unavailable();
        }
    }

    [LoggerMessage(LogLevel.Warning, "Storage was away when response times were asked for.")]
    private partial void LogUnavailable(Exception exception);
}
