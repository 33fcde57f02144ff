using System.ComponentModel.DataAnnotations;
using LeadFunctions.Settings;
using Microsoft.Extensions.Options;

namespace LeadFunctions.Digest;

/// <summary>Section <c>Digest</c>. The time of the clinic's morning is in its content, in its own zone.</summary>
public sealed class DigestOptions
{
    public const string Section = "Digest";

    private const string WeeklyExpected = "Digest__Weekly should be a weekday such as monday, or not be set.";

    /// <summary>
    /// When to look whether the morning has come, in UTC (NCRONTAB, six fields).
    /// </summary>
    [Schedule(Section, "0 */15 * * * *")]
    public string Schedule { get; set; } = "";

    /// <summary>The weekday whose digest also tells of the week before, such as <c>monday</c>. Default: none does.</summary>
    [RegularExpression("(?i)^(monday|tuesday|wednesday|thursday|friday|saturday|sunday)?$", ErrorMessage = WeeklyExpected)]
    public string Weekly { get; set; } = "";

    /// <summary>The same; null for none.</summary>
    public DayOfWeek? WeeklyOn => Weekly.Length > 0 ? Enum.Parse<DayOfWeek>(Weekly, ignoreCase: true) : null;
}

[OptionsValidator]
public sealed partial class DigestOptionsValidator : IValidateOptions<DigestOptions>;
