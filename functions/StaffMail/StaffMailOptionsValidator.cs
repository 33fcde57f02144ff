using Microsoft.Extensions.Options;

namespace LeadFunctions.StaffMail;

/// <summary>A misspelt word must not decide how much health data leaves by mail.</summary>
public sealed class StaffMailOptionsValidator : IValidateOptions<StaffMailOptions>
{
    public ValidateOptionsResult Validate(string? name, StaffMailOptions options) =>
        options.Detail is StaffMailOptions.Minimal or StaffMailOptions.Full
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail("Digest__Detail should be minimal (the default) or full.");
}
