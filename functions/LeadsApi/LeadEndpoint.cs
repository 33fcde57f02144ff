using LeadFunctions.Http;
using LeadFunctions.Leads;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Net.Http.Headers;

namespace LeadFunctions.LeadsApi;

/// <summary>Shows one lead to a system of the clinic's own, and does with it what that system says.</summary>
public sealed partial class LeadEndpoint(
    ILeadDesk desk, LeadFiles files, LeadAnswers answers, NetworkTime time, TimeProvider clock, ILogger<LeadEndpoint> logger)
{
    private const int LongestBody = 16 * 1024;
    private const int LongestOrderId = 200;

    public async Task<IResult> FindAsync(HttpRequest request, string reference, CancellationToken cancellationToken)
    {
        if (!LeadId.TryParseReference(reference, out var id))
        {
            return Problems.NotFound;
        }

        try
        {
            if (await files.FindAsync(id, cancellationToken) is not var (file, version))
            {
                return Problems.NotFound;
            }

            Tag(request, version);
            return TypedResults.Json(file, LeadsJson.Default.LeadFileJson);
        }
        catch (LeadStoreUnavailableException)
        {
            return LeadAnswers.Unavailable;
        }
    }

    public async Task<IResult> ChangeAsync(HttpRequest request, string reference, CancellationToken cancellationToken)
    {
        if (!IsJson(request))
        {
            return Problems.Of(StatusCodes.Status415UnsupportedMediaType, LeadsApiText.TitleUnsupportedMediaType, LeadsApiText.MediaTypeExpected);
        }

        var body = await request.ReadBodyAsync(LongestBody, time, cancellationToken);
        if (body is not BodyOutcome.Read read)
        {
            return LeadAnswers.Unreadable(body, LongestBody);
        }

        if (ChangeReader.TryRead(read.Bytes, out var errors) is not { } change)
        {
            return Problems.Invalid(errors);
        }

        if (!LeadId.TryParseReference(reference, out var id))
        {
            return Problems.NotFound;
        }

        try
        {
            // Not cancelled half-way: whoever asked may have gone, and what they asked for is done or not done.
            return Answer(request, await ChangeAsync(id, change, request, CancellationToken.None));
        }
        catch (LeadStoreUnavailableException)
        {
            return LeadAnswers.Unavailable;
        }
    }

    private async Task<ChangeOutcome> ChangeAsync(LeadId id, LeadChange change, HttpRequest request, CancellationToken cancellationToken)
    {
        var orderId = request.Headers["Idempotency-Key"].ToString();
        var order = new StaffOrder(change, StaffActor.Machine, clock.GetUtcNow())
        {
            Id = orderId.Length is > 0 and <= LongestOrderId ? orderId : null,
        };
        var wanted = WantedVersions(request);
        var outcome = await desk.ChangeAsync(id, order with { Version = wanted?.FirstOrDefault("") }, cancellationToken);

        // Of several versions that would do, the first need not be the one that is there.
        return outcome is ChangeOutcome.Stale stale && wanted?.Contains(stale.Version) == true
            ? await desk.ChangeAsync(id, order with { Version = stale.Version }, cancellationToken)
            : outcome;
    }

    private IResult Answer(HttpRequest request, ChangeOutcome outcome)
    {
        switch (outcome)
        {
            case ChangeOutcome.Done done:
                LogChanged(done.Lead.Id, done.Lead.Status);
                Tag(request, done.Version);
                return TypedResults.Json(answers.Of(done.Lead), LeadsJson.Default.LeadJson);
            case ChangeOutcome.Stale stale:
                Tag(request, stale.Version);
                return answers.Stale(stale.Lead);
            case ChangeOutcome.Refused refused:
                return LeadAnswers.Refused(refused);
            default:
                return Problems.NotFound;
        }
    }

    /// <returns>Null when any version will do; none when the header names none that there could be.</returns>
    private static IReadOnlyList<string>? WantedVersions(HttpRequest request)
    {
        if (request.Headers.IfMatch.Count == 0)
        {
            return null;
        }

        // A proxy that compresses weakens a tag, and it still names the same version (RFC 9110, 8.8.1).
        return !EntityTagHeaderValue.TryParseList(request.Headers.IfMatch, out var tags) ? []
            : tags.Any(tag => tag.Tag == "*") ? null
            : [.. tags.Select(tag => tag.Tag.ToString().Trim('"'))];
    }

    private static void Tag(HttpRequest request, string version) => request.HttpContext.Response.Headers.ETag = $"\"{version}\"";

    private static bool IsJson(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && (type.MediaType.Value?.ToLowerInvariant() is "application/json" or "application/merge-patch+json");

    [LoggerMessage(LogLevel.Information, "A system changed lead {Lead}, which is {Status} now.")]
    private partial void LogChanged(LeadId lead, LeadStatus status);
}
