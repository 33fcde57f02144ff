using LeadFunctions.Languages;
using LeadFunctions.Leads;

namespace LeadFunctions.Capture;

/// <summary>The name that a sender gave to a submission, so that sending it again is not a second one.</summary>
internal static class SubmissionId
{
    private const int LongestKey = 200;

    /// <param name="fields">The fields; a malformed id is added to their errors.</param>
    /// <param name="idempotencyKey">The header of that name; the field goes first.</param>
    /// <returns>Null when the sender gave it no name.</returns>
    public static string? Read(SubmittedFields fields, string? idempotencyKey)
    {
        if (fields.One(SubmissionSchema.SubmissionId) is { } text)
        {
            if (Guid.TryParseExact(text.Trim(), "D", out var id))
            {
                return id.ToString("D");
            }

            fields.Errors.Add(SubmissionSchema.SubmissionId, SubmissionText.UuidExpected);
            return null;
        }

        if (string.IsNullOrWhiteSpace(idempotencyKey))
        {
            return null;
        }

        if (idempotencyKey.Length > LongestKey || HiddenCharacters.IsIn(idempotencyKey))
        {
            fields.Errors.Add("Idempotency-Key", SubmissionText.IdempotencyKeyExpected.With(LongestKey));
        }

        return idempotencyKey.Trim();
    }
}
