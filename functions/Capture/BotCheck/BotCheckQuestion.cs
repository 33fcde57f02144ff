using System.Net;
using LeadFunctions.Leads;

namespace LeadFunctions.Capture;

/// <param name="Answer">What the page sent along; null when it sent nothing, as without JavaScript.</param>
/// <param name="Kind">The form that it came from.</param>
/// <param name="Sender">Where it came from, when that is known.</param>
/// <param name="SubmissionId">Names the submission: sent again, it may be asked about again. Null when it has no name.</param>
public sealed record BotCheckQuestion(string? Answer, LeadKind Kind, IPAddress? Sender, string? SubmissionId);
