using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using LeadFunctions.Languages;
using LeadFunctions.Leads;

namespace LeadFunctions.FollowUp;

/// <summary>One of several ways in which a step is written, so that it can be found out which is read more.</summary>
/// <param name="Id">Kept with figures: lower-case letters and digits.</param>
public sealed record StepVariant(string Id)
{
    /// <summary>The subject of the mail; null for the usual one. It says nothing of what was named: it is seen on locked phones.</summary>
    public LocalText? Subject { get; init; }

    /// <summary>Slugs of articles that come before all others, where the person has not had them.</summary>
    public IReadOnlyList<string> First { get; init; } = [];

    /// <summary>
    /// The variant of a person: chance, but the same whenever it is asked, by whomever, and nowhere stored. Each step is drawn by itself, so that
    /// who gets one is no sign of who gets another.
    /// </summary>
    /// <returns>Null when the step has none.</returns>
    public static StepVariant? Of(SequenceStep step, Sequence sequence, DueWork work)
    {
        if (step.Variants.Count == 0)
        {
            return null;
        }

        var drawn = SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{work.Contact.Hex}/{work.Kind}.{sequence.Version}.{step.Number}")));
        return step.Variants[(int)(BitConverter.ToUInt32(drawn) % step.Variants.Count)];
    }
}
