using System.Globalization;
using LeadFunctions.Email;
using LeadFunctions.Leads;
using Microsoft.Extensions.Logging;

namespace LeadFunctions.Marketing;

/// <summary>Sends a claimed report to one member; what is not taken stays unsent, and is claimed anew when the claim is over.</summary>
public sealed partial class ReportPosting(ReportMail mail, IEmailSender email, IReportMarks marks, ILogger<ReportPosting> logger)
{
    public async Task PostAsync(ReportContent content, StaffMember member, ReportMark mark)
    {
        if (content.IsEmpty)
        {
            await marks.FinishAsync(mark, CancellationToken.None);
            return;
        }

        var sendId = $"report{mark.Week.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}{mark.Member.Hex[..8]}";
        var outcome = await email.SendAsync(await mail.ComposeAsync(content, member, sendId), CancellationToken.None);
        if (outcome is not SendOutcome.Accepted)
        {
            LogNotAccepted(sendId, outcome.GetType().Name);
            return;
        }

        await marks.FinishAsync(mark, CancellationToken.None);
        LogSent(sendId);
    }

    [LoggerMessage(LogLevel.Information, "Sent the weekly report {SendId}.")]
    private partial void LogSent(string sendId);

    [LoggerMessage(LogLevel.Error, "The weekly report {SendId} was not accepted ({Outcome}); it is tried again.")]
    private partial void LogNotAccepted(string sendId, string outcome);
}
