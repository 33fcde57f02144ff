using LeadFunctions.Leads;

namespace LeadFunctions.Events;

/// <summary>One post of the provider, read.</summary>
/// <param name="Ours">What came of our mails.</param>
/// <param name="Others">What came of other mail of the same account, and what could not be read.</param>
public sealed record EventBatch(IReadOnlyList<MailEvent> Ours, IReadOnlyList<OtherMailEvent> Others);
