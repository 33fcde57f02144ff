namespace LeadFunctions.Leads;

/// <summary>A link to an article in a mail.</summary>
/// <param name="Mail">The mail.</param>
/// <param name="Article">The article's number, from <see cref="LeadKeys.Article"/>.</param>
/// <param name="IsCanary">It is the one that no person can see.</param>
/// <param name="MadeAt">When the mail was made (UTC, whole seconds).</param>
public readonly record struct MailLink(SendKey Mail, ulong Article, bool IsCanary, DateTimeOffset MadeAt);
