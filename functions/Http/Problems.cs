using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LeadFunctions.Http;

/// <summary>Answers that say what went wrong, as <c>application/problem+json</c> (RFC 9457), in the language that is spoken now. Each names its trace.</summary>
public static class Problems
{
    /// <summary>404.</summary>
    public static IResult NotFound => Of(StatusCodes.Status404NotFound, ProblemText.NotFound);

    /// <summary>400, with what is wrong with each field, by its name.</summary>
    public static ValidationProblem Invalid(IDictionary<string, string[]> errors)
        => TypedResults.ValidationProblem(errors, title: ProblemText.Invalid, extensions: Trace);

    /// <summary>400: the parameter <c>cursor</c> is nothing that an answer gave to go on with.</summary>
    public static ValidationProblem NoCursor => Invalid(new Dictionary<string, string[]> { ["cursor"] = [ProblemText.CursorExpected] });

    /// <summary>Any other status.</summary>
    /// <param name="status">The HTTP status.</param>
    /// <param name="title">The same words whenever the status has this reason.</param>
    /// <param name="detail">What this sender can do about it.</param>
    public static IResult Of(int status, string title, string? detail = null) => TypedResults.Problem(detail, statusCode: status, title: title, extensions: Trace);

    // What somebody who asks us about it can tell us: by it the log lines are found.
    private static Dictionary<string, object?>? Trace => Activity.Current is { } run ? new() { ["traceId"] = run.TraceId.ToHexString() } : null;
}
