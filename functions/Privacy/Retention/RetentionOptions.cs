using LeadFunctions.Settings;
using Microsoft.Extensions.Options;

namespace LeadFunctions.Privacy;

/// <summary>Section <c>Retention</c>: when it is looked for what is older than the clinic keeps. How long that is, is <c>Leads__Retention</c>.</summary>
public sealed class RetentionOptions
{
    public const string Section = "Retention";

    /// <summary>When, in UTC (NCRONTAB, six fields); nightly.</summary>
    [Schedule(Section, "0 30 9 * * *")]
    public string Schedule { get; set; } = "";
}

[OptionsValidator]
public sealed partial class RetentionOptionsValidator : IValidateOptions<RetentionOptions>;
