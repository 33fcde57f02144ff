using Microsoft.Extensions.Options;

namespace LeadFunctions.Storage;

/// <summary>Says which setting is wrong and what it should be, by the name that the setting has in Azure.</summary>
internal sealed class SecondAccountOptionsValidator(IOptions<SealingOptions> sealing) : IValidateOptions<SecondAccountOptions>
{
    public ValidateOptionsResult Validate(string? name, SecondAccountOptions options)
    {
        if (!options.IsSetUp)
        {
            return ValidateOptionsResult.Success;
        }

        List<string> problems =
        [
            .. TableAccount.Problem(SecondAccountOptions.Section, options.Storage, options.StorageEndpoint) is { } problem ? [problem] : Array.Empty<string>(),
            .. KeyProblems(sealing.Value.Keys),
        ];
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static IEnumerable<string> KeyProblems(IList<string> keys)
    {
        if (keys.Count == 0)
        {
            yield return "Encryption__Keys__0 is missing: what goes to the second account is sealed under it. It should be id:base64 with 32 random bytes, such as 2026a:… of `openssl rand -base64 32`.";
        }

        var ids = new HashSet<string>();
        foreach (var (index, text) in keys.Index())
        {
            if (Settings.SettingText.IsUnresolved(text))
            {
                yield return $"Encryption__Keys__{index} is a Key Vault reference that was not resolved: give the app's identity access to the secret.";
            }
            else if (!SealingKey.TryParse(text, out var key))
            {
                yield return $"Encryption__Keys__{index} should be id:base64: an id of 1 to 16 small letters and digits, and 32 random bytes in base64.";
            }
            else if (!ids.Add(key.Id))
            {
                yield return $"Encryption__Keys__{index} has the id '{key.Id}', as another key has: each key should have an id of its own.";
            }
        }
    }
}
