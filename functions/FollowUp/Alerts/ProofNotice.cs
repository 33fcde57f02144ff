using LeadFunctions.Email;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LeadFunctions.FollowUp;

/// <summary>Says after the start where nobody will ever tell whether an alert has arrived.</summary>
public sealed partial class ProofNotice(DeliveryReports reports, ILogger<ProofNotice> logger) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (!reports.ComeIn)
        {
            LogNoProof();
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(LogLevel.Warning, "The mail provider does not report what becomes of mails: an alert that does not arrive is not passed on to the next contact. Set SendGrid__WebhookPublicKeys__0.")]
    private partial void LogNoProof();
}
