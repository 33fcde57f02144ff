using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace LeadFunctions.Local.Http;

/// <summary>
/// Routes to methods that take the request as it is. A delegate of any other shape is compiled from an expression tree, and all of them
/// at the first request, whichever it is for: that alone is a quarter of a start.
/// </summary>
internal static class PlainRoutes
{
    /// <summary>Answers with the result.</summary>
    public static void Map(this IEndpointRouteBuilder routes, string method, string pattern, Func<HttpContext, Task<IResult>> answer) =>
        routes.MapMethods(pattern, [method], async http => await (await answer(http)).ExecuteAsync(http));

    /// <summary>Answers with the result.</summary>
    public static void Map(this IEndpointRouteBuilder routes, string method, string pattern, Func<HttpContext, IResult> answer) =>
        routes.MapMethods(pattern, [method], http => answer(http).ExecuteAsync(http));
}
