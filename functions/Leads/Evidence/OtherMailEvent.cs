namespace LeadFunctions.Leads;

/// <summary>An event of a mail that is not ours: the same account with the provider may send other mail.</summary>
/// <param name="Key">As <see cref="MailEvent.Key"/>.</param>
/// <param name="Name">The provider's word for it.</param>
/// <param name="At">When it happened (UTC); the epoch where nobody said.</param>
public sealed record OtherMailEvent(string Key, string Name, DateTimeOffset At);
