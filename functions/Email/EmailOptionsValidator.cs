using LeadFunctions.Clinic;
using Microsoft.Extensions.Options;

namespace LeadFunctions.Email;

/// <summary>Stops the start when a setting of <see cref="EmailOptions"/> is missing or malformed, and says what it should be.</summary>
public sealed class EmailOptionsValidator : IValidateOptions<EmailOptions>
{
    private static readonly TimeSpan LongestTimeout = TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, EmailOptions options)
    {
        var failures = FailuresOf(options).ToList();
        return failures.Count is 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static IEnumerable<string> FailuresOf(EmailOptions options)
    {
        if (options.Provider is not (EmailOptions.SendGrid or EmailOptions.AzureCommunication))
        {
            yield return "Email__Provider should be SendGrid or AzureCommunication.";
        }

        if (options.From.Length > 0 && !ContentValues.IsBareAddress(options.From))
        {
            yield return "Email__From should be the address that mails come from, such as hello@clinic.example, "
                + "verified with the provider, or empty to write as the clinic's content says.";
        }

        if (options.FromName.Any(char.IsControl))
        {
            yield return "Email__FromName should be the name shown for Email__From, on one line.";
        }

        if (options.ReplyTo.Length > 0 && !ContentValues.IsBareAddress(options.ReplyTo))
        {
            yield return "Email__ReplyTo should be the address that answers go to, such as hello@clinic.example, or empty.";
        }

        if (options.ConnectTimeout <= TimeSpan.Zero || options.ConnectTimeout >= options.Timeout)
        {
            yield return "Email__ConnectTimeout should be longer than nothing and shorter than Email__Timeout, such as 00:00:03.";
        }

        if (options.Timeout <= TimeSpan.Zero || options.Timeout > LongestTimeout)
        {
            yield return "Email__Timeout should be between 00:00:00 and 00:01:00, such as 00:00:10.";
        }
    }
}
