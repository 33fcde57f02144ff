using LeadFunctions.Clinic;
using LeadFunctions.Leads;

namespace LeadFunctions.Capture;

/// <summary>
/// Says how much like spam a submission looks. Nothing is refused for it: what looks like spam is stored, and waits for staff. It asks no
/// storage, so that it costs a visitor nothing.
/// </summary>
public sealed class SpamJudge(
    SpamRules rules,
    FormTokens forms,
    SpamMemory memory,
    SenderLimits limits,
    IBotCheck botCheck,
    LeadKeys keys,
    ClinicProfile clinic)
{
    /// <param name="request">The post, from somebody whom we do not know.</param>
    /// <param name="fields">What was sent.</param>
    /// <param name="inquiry">What was read of it.</param>
    /// <param name="submissionId">Names the submission; null when it has no name.</param>
    public async Task<Suspicion> JudgeAsync(CaptureRequest request, SubmittedFields fields, Inquiry inquiry, string? submissionId)
    {
        var found = SignsOf(request, fields, inquiry);
        var suspicion = rules.Weigh(found);

        // What is known to be spam is nobody else's business.
        if (suspicion.IsSpam || botCheck.ChallengeFor(inquiry.Kind) is null)
        {
            return suspicion;
        }

        var answer = fields.All(SubmissionSchema.BotCheck) is [var sent, ..] ? sent : null;
        var result = await botCheck.AskAsync(new(answer, inquiry.Kind, request.Sender, submissionId));
        return result.Sign() is { } sign ? rules.Weigh([.. found, sign]) : suspicion;
    }

    private List<string> SignsOf(CaptureRequest request, SubmittedFields fields, Inquiry inquiry)
    {
        var contact = keys.Contact(inquiry.Email, inquiry.Phone);
        var form = forms.Read(fields.All(SubmissionSchema.FormToken) is [var token, ..] ? token : null, inquiry.Kind);
        var message = ReadMessage.Of(inquiry.Message, clinic.Website.Host);
        return
        [
            .. FormSigns.In(form, fields.All(SubmissionSchema.Trap).Any(text => !string.IsNullOrWhiteSpace(text)), request.IsBrowser, rules),
            .. MessageSigns.In(inquiry.Name.Value, message, rules),
            .. memory.Signs(contact, form, message, rules.MostWithTheSame),
            .. RateSigns(request, contact),
        ];
    }

    private IEnumerable<string> RateSigns(CaptureRequest request, ContactKey contact)
    {
        if (request.Sender is { } sender && limits.IsTooMany(sender))
        {
            yield return SpamSigns.SenderRate;
        }

        if (limits.IsTooMany(contact))
        {
            yield return SpamSigns.ContactRate;
        }
    }
}
