using LeadFunctions.Leads;
using LeadFunctions.Settings;
using Microsoft.Extensions.Options;

namespace LeadFunctions.Capture;

/// <summary>Says which setting is wrong and what it should be, by the name that the setting has in Azure.</summary>
public sealed class BotCheckOptionsValidator(IOptions<TurnstileOptions> turnstile, IOptions<ComplianceOptions> compliance) : IValidateOptions<BotCheckOptions>
{
    private static readonly TimeSpan ShortestTimeout = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestTimeout = TimeSpan.FromSeconds(10);

    public ValidateOptionsResult Validate(string? name, BotCheckOptions options)
    {
        var problems = Problems(options.Provider).ToList();
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private IEnumerable<string> Problems(string provider) => provider switch
    {
        BotCheckOptions.None => [],
        BotCheckOptions.Turnstile => compliance.Value.IsHipaa
            ? ["BotCheck__Provider should be None where Compliance__Mode is Hipaa: a script of others would see who asks the clinic for help."]
            : TurnstileProblems(turnstile.Value),
        _ => ["BotCheck__Provider should be None or Turnstile."],
    };

    private static IEnumerable<string> TurnstileProblems(TurnstileOptions options)
    {
        if (!IsKey(options.SiteKey))
        {
            yield return "Turnstile__SiteKey should be the site key of a widget of Cloudflare Turnstile, such as 0x4AAAAAAAexample.";
        }

        if (SettingText.IsUnresolved(options.SecretKey))
        {
            yield return "Turnstile__SecretKey is a Key Vault reference that was not resolved: give the app's identity access to the secret.";
        }
        else if (!IsKey(options.SecretKey))
        {
            yield return "Turnstile__SecretKey should be the secret key of the same widget of Cloudflare Turnstile.";
        }

        if (!SettingText.TryReadSafeAddress(options.VerifyUrl, out _))
        {
            yield return "Turnstile__VerifyUrl should be an https address; plain http is for this machine only.";
        }

        if (options.Timeout < ShortestTimeout || options.Timeout > LongestTimeout)
        {
            yield return "Turnstile__Timeout should be between 00:00:00.1 and 00:00:10, such as 00:00:02.";
        }
    }

    private static bool IsKey(string text) => text.Length > 0 && text.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_');
}
