using LeadFunctions.Email;

namespace LeadFunctions.Digest;

/// <param name="Heading">What these leads wait for, with their number.</param>
/// <param name="Entries">The leads that are shown, longest waiting first.</param>
/// <param name="More">How many are not shown, in words; null when all are.</param>
public sealed record DigestGroup(string Heading, IReadOnlyList<DigestEntry> Entries, string? More);

/// <param name="Who">The name, as far as it may be told.</param>
/// <param name="Reference">The reference by which staff find the lead.</param>
/// <param name="Facts">All else that may be told.</param>
/// <param name="Deeds">What the reader can do from the mail, each with its link.</param>
public sealed record DigestEntry(string Who, string Reference, IReadOnlyList<MailFact> Facts, IReadOnlyList<MailFact> Deeds);

/// <param name="Text">What it says.</param>
/// <param name="Url">Where it leads.</param>
public sealed record DigestLink(string Text, string Url);

/// <param name="Text">A paragraph.</param>
/// <param name="Link">What it leads to; null for nothing.</param>
public sealed record DigestRemark(string Text, DigestLink? Link = null);
