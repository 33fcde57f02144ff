using LeadFunctions.Settings;
using Microsoft.Extensions.Options;

namespace LeadFunctions.FollowUp;

/// <summary>Section <c>Scrub</c>: when the rows of all leads are looked through.</summary>
public sealed class ScrubOptions
{
    public const string Section = "Scrub";

    /// <summary>
    /// When to begin the look of the week, and to go on with it, in UTC (NCRONTAB, six fields): every few minutes of some hours of one day.
    /// </summary>
    [Schedule(Section, "0 */5 12-15 * * 0")]
    public string Schedule { get; set; } = "";
}

[OptionsValidator]
public sealed partial class ScrubOptionsValidator : IValidateOptions<ScrubOptions>;
