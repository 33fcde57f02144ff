using Microsoft.AspNetCore.Http;

namespace LeadFunctions.Local.Mailbox;

/// <summary>How a mode shows in the answer to a mail, whichever API it came by.</summary>
internal static class ModeAnswers
{
    /// <param name="mode">The mode.</param>
    /// <param name="context">The request with the mail.</param>
    /// <param name="take">Takes the mail and answers as a provider that works.</param>
    /// <param name="refuse">The provider's own error of a status.</param>
    internal static async Task<IResult> AnswerAsync(this MailboxMode mode, HttpContext context, Func<Task<IResult>> take, Func<int, IResult> refuse)
    {
        var result = mode is { Status: not StatusCodes.Status202Accepted, Lose: false } ? Refuse(mode.Status, refuse) : await take();

        await Task.Delay(mode.DelayMs, context.RequestAborted);

        if (mode.Lose)
        {
            context.Abort();
            return TypedResults.Empty;
        }

        return result;
    }

    // These may not have a body.
    private static IResult Refuse(int status, Func<int, IResult> refuse) =>
        status is StatusCodes.Status204NoContent or StatusCodes.Status205ResetContent or StatusCodes.Status304NotModified
            ? TypedResults.StatusCode(status)
            : refuse(status);
}
