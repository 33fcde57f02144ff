using Microsoft.AspNetCore.Http;

namespace LeadFunctions.Http;

/// <summary>Answers that say what is wrong, as <c>application/problem+json</c> (RFC 9457).</summary>
public static class Problems
{
    public static IResult NotFound => Of(StatusCodes.Status404NotFound, "There is nothing here.");

    public static IResult Of(int status, string title, string? detail = null) => TypedResults.Problem(detail, statusCode: status, title: title);

    /// <summary>400, with messages by field.</summary>
    public static IResult Fields(IReadOnlyDictionary<string, string[]> errors) =>
        TypedResults.ValidationProblem(errors.ToDictionary(), title: "Some fields are not as they should be.");
}
