using System.Diagnostics;
using LeadFunctions.Articles;
using LeadFunctions.Clinic;
using LeadFunctions.Http;
using Microsoft.AspNetCore.Http;

namespace LeadFunctions.Privacy;

/// <summary>The pages about what is held of a person.</summary>
public sealed class PrivacyPages(PageRenderer renderer, ClinicProfile clinic, ConcernCatalogue concerns, ArticleCatalogue articles)
{
    /// <summary>The form that asks for the link.</summary>
    /// <param name="address">What was typed; null when nothing was.</param>
    /// <param name="problem">What is wrong with it; null when nothing is.</param>
    public Task<IResult> AskAsync(string? address = null, string? problem = null) => renderer.RenderAsync<AskPage, AskView>(
        new(address ?? "", problem), problem is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);

    /// <summary>The same for every address.</summary>
    public Task<IResult> AskedAsync() => renderer.RenderAsync(new Message(PrivacyText.AskedHeading, PrivacyText.Asked, PrivacyText.AskPhone), StatusCodes.Status202Accepted);

    public Task<IResult> TooManyAsync() => renderer.RenderAsync(new Message(PrivacyText.TooManyHeading, PrivacyText.TooMany), StatusCodes.Status429TooManyRequests);

    public Task<IResult> UnavailableAsync() =>
        renderer.RenderAsync(new Message(PrivacyText.UnavailableHeading, PrivacyText.Unavailable), StatusCodes.Status503ServiceUnavailable);

    /// <summary>Asks once more before everything is erased.</summary>
    public Task<IResult> AskToEraseAsync(string token) => renderer.RenderAsync<ErasePage, EraseView>(new(token));

    public Task<IResult> AnswerAsync(string token, AccessResult result) => result switch
    {
        AccessResult.Shown shown => renderer.RenderAsync<HeldPage, HeldView>(new(token, shown, clinic, concerns, articles)),
        AccessResult.Nothing => renderer.RenderAsync(new Message(PrivacyText.NothingHeading, PrivacyText.Nothing)),
        AccessResult.Erased => renderer.RenderAsync(new Message(PrivacyText.ErasedHeading, PrivacyText.Erased)),
        AccessResult.NotFound => renderer.RenderAsync(new Message(PrivacyText.NotFoundHeading, PrivacyText.NotFound), StatusCodes.Status404NotFound),
        AccessResult.Unavailable => UnavailableAsync(),
        _ => throw new UnreachableException(),
    };
}
