using System.Diagnostics;
using LeadFunctions.Clinic;
using LeadFunctions.Http;
using Microsoft.AspNetCore.Http;

namespace LeadFunctions.Privacy;

/// <summary>The page on which people say what they want of us.</summary>
public sealed class PreferencesPages(PageRenderer renderer, WishRules rules, ClinicProfile clinic, TimeProvider clock)
{
    /// <param name="token">The token of the link.</param>
    /// <param name="result">How it went.</param>
    /// <param name="notice">What was just done; null when nothing was.</param>
    public Task<IResult> AnswerAsync(string token, PreferencesResult result, string? notice = null) => result switch
    {
        PreferencesResult.Known known => renderer.RenderAsync<PreferencesPage, PreferencesView>(new(token, known.Person, rules, clinic.Time, clock.GetUtcNow(), notice)),
        PreferencesResult.Nobody => renderer.RenderAsync(new Message(PreferencesText.NobodyHeading, PreferencesText.Nobody)),
        PreferencesResult.NotFound => renderer.RenderAsync(new Message(UnsubscribeText.NotFoundHeading, UnsubscribeText.NotFoundHelp), StatusCodes.Status404NotFound),
        PreferencesResult.Unavailable => renderer.RenderAsync(new Message(UnsubscribeText.UnavailableHeading, UnsubscribeText.UnavailableHelp), StatusCodes.Status503ServiceUnavailable),
        _ => throw new UnreachableException(),
    };
}
