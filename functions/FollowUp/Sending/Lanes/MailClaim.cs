using LeadFunctions.Leads;

namespace LeadFunctions.FollowUp;

/// <summary>A try to claim the work of a mail.</summary>
/// <param name="Mail">The mail.</param>
/// <param name="Pass">Leave to post it.</param>
/// <param name="Asked">The work as the claim should make it.</param>
/// <param name="Outcome">What became of the claim.</param>
/// <param name="Begun">Before the claim was decided, as a timestamp of the monotonic clock.</param>
public sealed record MailClaim(PreparedMail Mail, SendBreaker.Pass Pass, DueWork Asked, MoveOutcome Outcome, long Begun);
