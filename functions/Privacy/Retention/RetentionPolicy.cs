using System.Globalization;
using LeadFunctions.Leads;

namespace LeadFunctions.Privacy;

/// <summary>How long leads are kept, by status.</summary>
public sealed class RetentionPolicy
{
    private const string Quarantined = "quarantined";

    private readonly Dictionary<string, TimeSpan> ages;

    private RetentionPolicy(Dictionary<string, TimeSpan> ages) => this.ages = ages;

    /// <summary>The statuses that the clinic may name.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Enum.GetNames<LeadStatus>().Select(name => name.ToLowerInvariant()), Quarantined];

    /// <summary>After which time some lead may be too old; null when all are kept for ever.</summary>
    public TimeSpan? Shortest => ages.Count == 0 ? null : ages.Values.Min();

    /// <returns>Null when the text is not as it should be.</returns>
    public static RetentionPolicy? TryRead(string text)
    {
        var ages = new Dictionary<string, TimeSpan>(StringComparer.Ordinal);
        foreach (var part in text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (part.Split('=', StringSplitOptions.TrimEntries) is not [var status, var age]
                || !Names.Contains(status)
                || !TimeSpan.TryParse(age, CultureInfo.InvariantCulture, out var time)
                || time < TimeSpan.FromDays(1)
                || !ages.TryAdd(status, time))
            {
                return null;
            }
        }

        return ages.Count == 0 ? null : new(ages);
    }

    /// <summary>Under which status a lead is kept: quarantine comes first.</summary>
    public static string StatusOf(Lead lead) => lead.Quarantined ? Quarantined : lead.Status.ToString().ToLowerInvariant();

    /// <summary>Whether a lead is older than the clinic keeps.</summary>
    public bool IsTooOld(Lead lead, DateTimeOffset now) => ages.TryGetValue(StatusOf(lead), out var age) && lead.CapturedAt + age < now;
}
