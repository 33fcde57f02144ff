using Microsoft.Azure.Functions.Worker;

namespace LeadFunctions.Marketing;

/// <summary>Every hour: sends marketing the report of the week before, once the clinic's Monday morning has come.</summary>
public sealed class MarketingReportFunction(ReportHandler handler)
{
    [Function("MarketingReport")]
    public Task RunAsync([TimerTrigger("%Marketing:Schedule%")] TimerInfo timer, CancellationToken cancellationToken) => handler.HandleAsync(cancellationToken);
}
