using LeadFunctions.Settings;
using Microsoft.Extensions.Options;

namespace LeadFunctions.Capture;

/// <summary>Section <c>Spill</c>.</summary>
public sealed class SpillOptions
{
    public const string Section = "Spill";

    /// <summary>
    /// When to look for leads that came while storage was away, in UTC (NCRONTAB, six fields).
    /// </summary>
    [Schedule(Section, "45 * * * * *")]
    public string Schedule { get; set; } = "";
}

[OptionsValidator]
public sealed partial class SpillOptionsValidator : IValidateOptions<SpillOptions>;
