using System.Globalization;
using System.Text.Json;
using LeadFunctions.Local.Timers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace LeadFunctions.Local.Clock;

/// <summary><c>GET</c> and <c>POST /local/clock</c>: read the clock, and move it forward.</summary>
internal sealed class ClockRoutes(MovableClock clock, TimerFunctions timers) : ILocalRoutes
{
    private static readonly string Expected =
        $"Days and time to move forward, such as \"3.00:00:00\" or \"00:10:00\"; at most {MovableClock.LongestMove.Days} days.";

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/local/clock", http => Reading().ExecuteAsync(http));
        routes.MapPost("/local/clock", async http => await (await MoveAsync(http)).ExecuteAsync(http));
    }

    private static bool TryRead(string? text, out TimeSpan advance) =>
        TimeSpan.TryParseExact(text, "c", CultureInfo.InvariantCulture, out advance)
            && advance > TimeSpan.Zero
            && advance <= MovableClock.LongestMove;

    private static async Task<ClockMove?> ReadBodyAsync(HttpContext http)
    {
        try
        {
            return await JsonSerializer.DeserializeAsync(http.Request.Body, ClockJson.Default.ClockMove, http.RequestAborted);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private async Task<IResult> MoveAsync(HttpContext http)
    {
        var move = await ReadBodyAsync(http);
        if (!TryRead(move?.Advance, out var advance))
        {
            return TypedResults.ValidationProblem(new Dictionary<string, string[]> { ["advance"] = [Expected] });
        }

        await timers.MoveClockAsync(advance);
        return Reading();
    }

    private JsonHttpResult<ClockReading> Reading() =>
        TypedResults.Json(new ClockReading(clock.GetUtcNow(), clock.Offset), ClockJson.Default.ClockReading);
}
