using LeadFunctions.Settings;
using Microsoft.Extensions.Options;

namespace LeadFunctions.Reminders;

/// <summary>Section <c>Overdue</c>. What is promised is in the clinic's content, in its own hours.</summary>
public sealed class OverdueOptions
{
    public const string Section = "Overdue";

    /// <summary>
    /// When to look whether a promise is over, in UTC (NCRONTAB, six fields).
    /// </summary>
    [Schedule(Section, "0 */5 * * * *")]
    public string Schedule { get; set; } = "";
}

[OptionsValidator]
public sealed partial class OverdueOptionsValidator : IValidateOptions<OverdueOptions>;
