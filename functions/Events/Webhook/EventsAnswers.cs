using System.Diagnostics;
using LeadFunctions.Http;
using Microsoft.AspNetCore.Http;

namespace LeadFunctions.Events;

/// <summary>Says how taking a post of events ended, whichever provider sent it.</summary>
internal static class EventsAnswers
{
    public static IResult Of(EmailEventsResult result) => result switch
    {
        EmailEventsResult.Kept kept => TypedResults.Json(new EmailEventsAnswer(kept.Ours, kept.Others), EventsJson.Default.EmailEventsAnswer),
        EmailEventsResult.Unreadable => Problems.Of(StatusCodes.Status400BadRequest, "This is no JSON list of events."),
        EmailEventsResult.Unavailable => Problems.Of(StatusCodes.Status503ServiceUnavailable, "The events cannot be kept now."),
        _ => throw new UnreachableException(),
    };
}
