using LeadFunctions.Email;
using LeadFunctions.Leads;
using Microsoft.Extensions.Logging;

namespace LeadFunctions.SignIn;

/// <summary>Sends a link to whoever asked for one and is on the list; for anybody else nothing happens.</summary>
public sealed partial class SignInMailHandler(StaffDirectory staff, SignInMail mail, IEmailSender sender, ILogger<SignInMailHandler> logger)
{
    public async Task HandleAsync(SignInRequest request)
    {
        if (staff.Members.FirstOrDefault(member => member.Address == request.Address) is not { } member)
        {
            LogStranger();
            return;
        }

        try
        {
            var message = await mail.ComposeAsync(member, request);
            var outcome = await sender.SendAsync(message, CancellationToken.None);
            if (outcome is not SendOutcome.Accepted)
            {
                LogNotSent(message.SendId, outcome.GetType().Name);
            }
        }
        catch (Exception exception)
        {
            // Whatever one mail ran into, the next person who asks is to get theirs.
            LogFailed(exception);
        }
    }

    [LoggerMessage(LogLevel.Information, "A link to sign in was asked for by somebody who is not on the list.")]
    private partial void LogStranger();

    [LoggerMessage(LogLevel.Error, "The link to sign in of mail {SendId} was not sent: {Outcome}.")]
    private partial void LogNotSent(string sendId, string outcome);

    [LoggerMessage(LogLevel.Error, "A link to sign in could not be sent.")]
    private partial void LogFailed(Exception exception);
}
