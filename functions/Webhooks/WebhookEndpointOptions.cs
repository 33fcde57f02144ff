namespace LeadFunctions.Webhooks;

/// <summary>One system that is told of leads: <c>Webhooks__Endpoints__0__Name</c> and so on.</summary>
public sealed class WebhookEndpointOptions
{
    /// <summary>What staff know it by, such as <c>scheduling</c>. What waits for it is filed under its name, so that its address may change and its name may not.</summary>
    public string Name { get; set; } = "";

    /// <summary>Where messages are posted: https; http only on this machine, where the app is reached there too.</summary>
    public string Url { get; set; } = "";

    /// <summary>
    /// The secrets that sign, newest first: <c>whsec_</c> and 24 to 64 bytes in Base64. A message carries a signature of each, so that a receiver
    /// can change over in its own time.
    /// </summary>
    public IList<string> Secrets { get; } = [];

    /// <summary>What it is told of, such as <c>lead.booked</c>; everything unless set.</summary>
    public IList<string> Events { get; } = [];
}
