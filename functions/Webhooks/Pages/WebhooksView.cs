using LeadFunctions.Leads;

namespace LeadFunctions.Webhooks;

/// <param name="Endpoints">In the order of the settings.</param>
/// <param name="Deeds">Who did what, the latest first.</param>
/// <param name="News">What is said on top.</param>
/// <param name="Now">UTC.</param>
public sealed record WebhooksView(IReadOnlyList<EndpointView> Endpoints, IReadOnlyList<WebhookDeed> Deeds, WebhookNews News, DateTimeOffset Now);
