using LeadFunctions.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace LeadFunctions.Email;

/// <summary>Stops the start when a setting of <see cref="SendGridOptions"/> is missing or malformed, and says what it should be.</summary>
public sealed class SendGridOptionsValidator(IConfiguration settings) : IValidateOptions<SendGridOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, SendGridOptions options)
    {
        var failures = FailuresOf(options).ToList();
        return failures.Count is 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private IEnumerable<string> FailuresOf(SendGridOptions options) => EmailOptions.ProviderIn(settings) == EmailOptions.SendGrid
        ? [.. KeyFailures(options.ApiKey), .. WebhookFailures(options), .. AddressFailures(options.BaseUrl)]
        : WebhookFailures(options);

    private static IEnumerable<string> KeyFailures(string apiKey)
    {
        if (SettingText.IsUnresolved(apiKey))
        {
            yield return "SendGrid__ApiKey is a Key Vault reference that was not resolved: "
                + "check that the secret exists and that the app's identity may read it.";
        }
        else if (apiKey.Length is 0 || !apiKey.All(character => character is > ' ' and <= '~'))
        {
            yield return "SendGrid__ApiKey should be an API key of SendGrid with the permission Mail Send; it begins with SG.";
        }
    }

    private static IEnumerable<string> WebhookFailures(SendGridOptions options)
    {
        for (var index = 0; index < options.WebhookPublicKeys.Count; index++)
        {
            if (!SendGridSignature.IsKey(options.WebhookPublicKeys[index]))
            {
                yield return $"SendGrid__WebhookPublicKeys__{index} should be the verification key of the signed Event Webhook as SendGrid "
                    + "shows it: a P-256 public key in Base64.";
            }
        }
    }

    private static IEnumerable<string> AddressFailures(string baseUrl)
    {
        if (!IsSafeAddress(baseUrl))
        {
            yield return "SendGrid__BaseUrl should be an https address without query, such as https://api.sendgrid.com; "
                + "plain http is for this machine only.";
        }
    }

    private static bool IsSafeAddress(string text) =>
        SettingText.TryReadSafeAddress(text, out var address)
        && address is { Query: "", Fragment: "", UserInfo: "" };
}
