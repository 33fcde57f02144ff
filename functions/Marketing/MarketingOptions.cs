using LeadFunctions.Settings;
using Microsoft.Extensions.Options;

namespace LeadFunctions.Marketing;

/// <summary>Section <c>Marketing</c>. The time of the clinic's morning is in its content, in its own zone.</summary>
public sealed class MarketingOptions
{
    public const string Section = "Marketing";

    /// <summary>
    /// When to look whether this week's report is to be sent, in UTC (NCRONTAB, six fields).
    /// </summary>
    [Schedule(Section, "0 20 * * * *")]
    public string Schedule { get; set; } = "";
}

[OptionsValidator]
public sealed partial class MarketingOptionsValidator : IValidateOptions<MarketingOptions>;
