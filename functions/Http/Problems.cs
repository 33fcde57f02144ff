using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LeadFunctions.Http;

/// <summary>Answers that say what went wrong, as <c>application/problem+json</c> (RFC 9457).</summary>
public static class Problems
{
    /// <summary>400, with what is wrong with each field, by its name.</summary>
    public static ValidationProblem Invalid(IDictionary<string, string[]> errors)
        => TypedResults.ValidationProblem(errors, title: "Something in the request needs another look.");
}
