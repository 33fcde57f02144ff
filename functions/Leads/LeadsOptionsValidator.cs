using LeadFunctions.Settings;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace LeadFunctions.Leads;

/// <summary>Says which setting is wrong and what it should be, by the name that the setting has in Azure.</summary>
public sealed class LeadsOptionsValidator(IHostEnvironment environment) : IValidateOptions<LeadsOptions>
{
    private const int ShortestSecret = 32;

    // The sample settings carry secrets that everybody can read; they begin with this.
    private const string SampleMark = "local-only";

    public ValidateOptionsResult Validate(string? name, LeadsOptions options)
    {
        var problems = Secret("Leads__Pepper", options.Pepper)
            .Concat(options.SigningKeys.SelectMany((key, index) => Secret($"Leads__SigningKeys__{index}", key)))
            .ToList();

        if (options.SigningKeys.Count == 0)
        {
            problems.Add($"Leads__SigningKeys__0 is missing: it should be a secret of at least {ShortestSecret} characters.");
        }

        if (!IsBaseUrl(options.PublicBaseUrl))
        {
            problems.Add("Leads__PublicBaseUrl should be the address at which visitors reach the app: https (http only on this machine), without a trailing slash.");
        }

        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private IEnumerable<string> Secret(string setting, string value)
    {
        if (SettingText.IsUnresolved(value))
        {
            yield return $"{setting} is a Key Vault reference that was not resolved: give the app's identity access to the secret.";
        }
        else if (value.Length < ShortestSecret)
        {
            yield return $"{setting} should be a secret of at least {ShortestSecret} characters.";
        }
        else if (value.StartsWith(SampleMark, StringComparison.Ordinal) && !environment.IsDevelopment())
        {
            yield return $"{setting} is the sample's value: outside of a laptop it should be a secret of your own.";
        }
    }

    private static bool IsBaseUrl(string text) =>
        SettingText.TryReadSafeAddress(text, out var url)
        && !text.EndsWith('/') && url.Query.Length == 0 && url.Fragment.Length == 0;
}
