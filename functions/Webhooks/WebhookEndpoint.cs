using LeadFunctions.Leads;

namespace LeadFunctions.Webhooks;

/// <summary>One system that is told of leads, as its settings say.</summary>
/// <param name="Name">What staff know it by.</param>
/// <param name="Url">Where messages are posted. Not for pages and logs beyond its host: path and query may hold a secret.</param>
/// <param name="Secrets">The secrets that sign, newest first.</param>
/// <param name="Events">What it is told of.</param>
public sealed record WebhookEndpoint(string Name, Uri Url, IReadOnlyList<byte[]> Secrets, IReadOnlySet<WebhookEvent> Events)
{
    public EndpointId Id { get; } = EndpointId.Of(Name);

    /// <summary>Says nothing but the name, so that no log holds a secret by accident.</summary>
    public override string ToString() => Name;
}
