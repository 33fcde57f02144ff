using System.Globalization;
using System.Text.RegularExpressions;
using LeadFunctions.Leads;

namespace LeadFunctions.Stats;

/// <summary>Where a rebuild goes on: in a shard, after a lead; or, when all leads are done, at a date.</summary>
/// <param name="Shard">Null when all leads are done.</param>
/// <param name="Lead">The last that is done; null at the beginning of a shard.</param>
/// <param name="Date">The first that is not done.</param>
internal sealed partial record RebuildCursor(Shard? Shard, LeadId? Lead, DateOnly Date)
{
    private const string DateFormat = "yyyyMMdd";

    /// <returns>Null when it is no cursor.</returns>
    public static RebuildCursor? Parse(string? text)
    {
        if (text is null)
        {
            return new(new Shard(0), null, DateOnly.MinValue);
        }

        if (DateOnly.TryParseExact(text, DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return new(null, null, date);
        }

        return Shape().Match(text) is { Success: true } leads
            ? new(
                new Shard(Convert.ToInt32(leads.Groups["shard"].Value, 16)),
                leads.Groups["lead"] is { Success: true, Value: var lead } ? LeadId.Parse(lead) : null,
                DateOnly.MinValue)
            : null;
    }

    public RebuildCursor AfterShard() => this with
    {
        Shard = Shard is { } shard && shard.Number + 1 < Leads.Shard.Count ? new Shard(shard.Number + 1) : null,
        Lead = null,
    };

    public override string ToString() => Shard is { } shard
        ? $"{shard.Number:x}{(Lead is { } lead ? $"~{lead}" : "")}"
        : Date.ToString(DateFormat, CultureInfo.InvariantCulture);

    [GeneratedRegex("^(?<shard>[0-9a-f])(~(?<lead>[0-9a-f]{8}))?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
