using LeadFunctions.Articles;
using LeadFunctions.Clinic;
using LeadFunctions.Http;
using LeadFunctions.Languages;
using LeadFunctions.Leads;
using Microsoft.AspNetCore.Http;

namespace LeadFunctions.Capture;

/// <summary>Says how a post ended, as a page to a browser and as JSON to everybody else.</summary>
public sealed class CaptureAnswers(CapturePages pages, LeadLinks links, ClinicProfile clinic)
{
    /// <summary>303 to the page that says thanks, or 201 (200 for a repetition) with what it would say.</summary>
    public IResult Received(CaptureRequest request, CaptureResult.Received received)
    {
        request.Http.HttpContext.Response.Headers.CacheControl = "no-store";
        if (request.WantsPage)
        {
            var thanks = links.Thanks(received.Lead, received.Kind, received.IsUrgent, [.. received.Articles.Select(article => article.Slug)], received.CallAt);
            return new SeeOther(RequestLanguage.KeepIn(request.Http, thanks));
        }

        var answer = new CaptureAnswer(
            received.Lead.ToReference(clinic.ReferencePrefix),
            "received",
            pages.WhatHappensNext(received.Kind),
            [.. received.Articles.Select(ArticleTeaser.Of)],
            received.IsUrgent ? CrisisAnswer.Of(clinic.Crisis) : null);
        return TypedResults.Json(
            answer,
            CaptureJson.Default.CaptureAnswer,
            statusCode: received.Again ? StatusCodes.Status200OK : StatusCodes.Status201Created);
    }

    /// <summary>400, with a message for each field.</summary>
    public Task<IResult> InvalidAsync(CaptureRequest request, SubmittedFields fields) => request is { WantsPage: true, Kind: { } kind }
        ? pages.FormAsync(kind, fields, StatusCodes.Status400BadRequest, problem: null)
        : Task.FromResult<IResult>(Problems.Invalid(fields.Errors.ByField));

    /// <summary>503, and the number at which people answer meanwhile.</summary>
    public Task<IResult> UnavailableAsync(CaptureRequest request, SubmittedFields fields) => ProblemAsync(
        request,
        fields,
        StatusCodes.Status503ServiceUnavailable,
        CaptureAnswerText.Unavailable.With(clinic.Phone.Shown));

    /// <summary>Any other problem; a page keeps what was typed.</summary>
    public Task<IResult> ProblemAsync(CaptureRequest request, SubmittedFields fields, int status, string detail) => request is { WantsPage: true, Kind: { } kind }
        ? pages.FormAsync(kind, fields, status, detail)
        : Task.FromResult(Problems.Of(status, TitleOf(status), detail));

    private static string TitleOf(int status) => status switch
    {
        StatusCodes.Status400BadRequest => CaptureAnswerText.TitleBadRequest,
        StatusCodes.Status408RequestTimeout => CaptureAnswerText.TitleTooSlow,
        StatusCodes.Status409Conflict => CaptureAnswerText.TitleConflict,
        StatusCodes.Status413PayloadTooLarge => CaptureAnswerText.TitleTooLarge,
        StatusCodes.Status415UnsupportedMediaType => CaptureAnswerText.TitleUnsupportedMediaType,
        StatusCodes.Status429TooManyRequests => CaptureAnswerText.TitleTooManyRequests,
        _ => CaptureAnswerText.TitleUnavailable,
    };
}
