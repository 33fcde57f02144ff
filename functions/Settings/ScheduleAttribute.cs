using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;

namespace LeadFunctions.Settings;

/// <summary>
/// The setting <c>{section}__Schedule</c>: when a timer runs, in UTC, as an NCRONTAB expression with six fields
/// (learn.microsoft.com/azure/azure-functions/functions-bindings-timer). It has no default: the Functions host reads the setting itself, and knows none.
/// </summary>
/// <param name="section">The section of the options.</param>
/// <param name="example">An expression that would do.</param>
[AttributeUsage(AttributeTargets.Property)]
internal sealed partial class ScheduleAttribute(string section, string example)
    : ValidationAttribute($"{section}__Schedule should be an NCRONTAB expression with six fields, such as {example}.")
{
    public string Section => section;

    public string Example => example;

    public override bool IsValid(object? value) => value is string text && SixFields.IsMatch(text);

    [GeneratedRegex(@"^\S+( \S+){5}\z")]
    private static partial Regex SixFields { get; }
}
