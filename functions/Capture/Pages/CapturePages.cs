using LeadFunctions.Articles;
using LeadFunctions.Clinic;
using LeadFunctions.Http;
using LeadFunctions.Leads;
using Microsoft.AspNetCore.Http;

namespace LeadFunctions.Capture;

/// <summary>The pages on which people ask for an appointment or a call.</summary>
public sealed class CapturePages(
    PageRenderer renderer,
    ClinicProfile clinic,
    ConcernCatalogue concerns,
    CallCalendar calls,
    FormTokens forms,
    IBotCheck botCheck,
    TimeProvider clock)
{
    private readonly Availability availability = new(clinic, clock);

    private static Message ThanksNotFound => new(ThanksText.GoneHeading, ThanksText.GoneHelp);

    /// <summary>The form, filled with what is known, with a message at each field that has one.</summary>
    /// <param name="kind">What is asked for.</param>
    /// <param name="fields">What was typed or came with the link, and what is wrong with it.</param>
    /// <param name="status">The HTTP status code.</param>
    /// <param name="problem">What is wrong with the whole, or null.</param>
    public Task<IResult> FormAsync(LeadKind kind, SubmittedFields fields, int status, string? problem)
    {
        var view = ViewOf(kind, fields, status, problem, botCheck.ChallengeFor(kind));
        return renderer.RenderAsync<FormPage, FormView>(view, status, view.Challenge?.Host);
    }

    /// <summary>
    /// The same form without a page, for a page of somebody else's. It asks for no bot check: that would take a foreign script into their
    /// page, past their policy.
    /// </summary>
    public Task<IResult> WidgetAsync(LeadKind kind, SubmittedFields fields) =>
        renderer.RenderAsync<WidgetForm, FormView>(ViewOf(kind, fields, StatusCodes.Status200OK, problem: null, challenge: null));

    /// <summary>What a visitor sees who has sent a request.</summary>
    public Task<IResult> ThanksAsync(Thanks thanks) => renderer.RenderAsync<ThanksPage, ThanksView>(
        new(thanks.Lead.ToReference(clinic.ReferencePrefix), availability.AfterSending(thanks.Kind, thanks.SentAt), thanks.IsUrgent, thanks.Articles)
        {
            Call = calls.WindowOf(thanks) is { } window ? new(calls.InWords(window), CallCalendarFunction.AddressOf(thanks.Token)) : null,
        });

    /// <summary>404: the link is not ours, or too old.</summary>
    public Task<IResult> ThanksNotFoundAsync() => renderer.RenderAsync(ThanksNotFound, StatusCodes.Status404NotFound);

    /// <summary>One or two sentences for a visitor whose request has just arrived.</summary>
    public string WhatHappensNext(LeadKind kind) => availability.AfterSending(kind, clock.GetUtcNow());

    private FormView ViewOf(LeadKind kind, SubmittedFields fields, int status, string? problem, BotChallenge? challenge)
    {
        var token = forms.Keep(fields.All(SubmissionSchema.FormToken) is [var sent, ..] ? sent : null, kind);
        return new(kind, fields, status, problem, clinic, concerns, availability.BeforeSending(kind), token, challenge);
    }
}
