using System.Diagnostics;
using System.Globalization;
using LeadFunctions.Http;
using LeadFunctions.Leads;
using Microsoft.AspNetCore.Http;

namespace LeadFunctions.Capture;

/// <summary>The way of a post through the door: limits, reading, judging, storing, answering. The same for every route that captures.</summary>
public sealed class CaptureEndpoint(InquiryReader reader, CaptureHandler handler, SenderLimits limits, SpamJudge judge, Doorways doorways, CaptureAnswers answers, NetworkTime time)
{
    /// <param name="request">The post.</param>
    /// <param name="cancellationToken">The sender went away; what has been read is stored all the same.</param>
    public async Task<IResult> AnswerAsync(CaptureRequest request, CancellationToken cancellationToken)
    {
        var wait = request.Sender is { } sender ? limits.MustWait(sender) : null;
        var fields = new SubmittedFields();
        switch (await SubmissionReader.ReadAsync(request.Http, withKind: request.Kind is null, time, cancellationToken))
        {
            case SubmissionOutcome.Read read:
                fields = read.Fields;
                break;
            case SubmissionOutcome.Unreadable unreadable:
                return await answers.ProblemAsync(request, fields, unreadable.Status, unreadable.Reason);
        }

        if (wait is { } retryAfter)
        {
            request.Http.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(retryAfter.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            return await answers.ProblemAsync(request, fields, StatusCodes.Status429TooManyRequests, CaptureAnswerText.TooMany);
        }

        return await AnswerAsync(request, fields);
    }

    private async Task<IResult> AnswerAsync(CaptureRequest request, SubmittedFields fields)
    {
        if (fields.IsUnreadable)
        {
            return await answers.InvalidAsync(request, fields);
        }

        var submissionId = SubmissionId.Read(fields, request.IdempotencyKey);
        if ((request.Kind ?? InquiryReader.KindOf(fields)) is not { } kind || reader.TryRead(fields, kind) is not { } inquiry)
        {
            return await answers.InvalidAsync(request, fields);
        }

        var suspicion = request.IsTrusted ? Suspicion.None : await judge.JudgeAsync(request, fields, inquiry, submissionId);
        return await handler.HandleAsync(inquiry, submissionId, suspicion, doorways.Of(request, fields, kind)) switch
        {
            CaptureResult.Received received => answers.Received(request, received),
            CaptureResult.Conflicting => await answers.ProblemAsync(
                request, fields, StatusCodes.Status409Conflict, CaptureAnswerText.Conflict),
            CaptureResult.Unavailable => await answers.UnavailableAsync(request, fields),
            _ => throw new UnreachableException(),
        };
    }
}
