namespace LeadFunctions.Webhooks;

/// <summary>Section <c>Webhooks</c>: which of the clinic's own systems are told of leads.</summary>
public sealed class WebhooksOptions
{
    public const string Section = "Webhooks";

    /// <summary>When it is looked for what is to be told, in UTC (NCRONTAB, six fields).</summary>
    public string Schedule { get; set; } = "";

    /// <summary>Who is told; nobody unless set.</summary>
    public IList<WebhookEndpointOptions> Endpoints { get; } = [];

    /// <summary>
    /// The only hosts at which an endpoint may lie, by name and without a port. Empty for those of the endpoints themselves: then whoever may set
    /// an endpoint may name a host.
    /// </summary>
    public IList<string> Hosts { get; } = [];

    /// <summary>How long an endpoint may take to answer: 15 seconds, from 1 to 30.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(15);
}
