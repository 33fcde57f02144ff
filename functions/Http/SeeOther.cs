using Microsoft.AspNetCore.Http;

namespace LeadFunctions.Http;

/// <summary>303 See Other (RFC 9110, 15.4.4): a browser that posted a form fetches this page instead, and may reload it.</summary>
/// <param name="location">A path of ours.</param>
public sealed class SeeOther(string location) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = location;
        return Task.CompletedTask;
    }
}
