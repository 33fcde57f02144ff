using LeadFunctions.Settings;
using Microsoft.Extensions.Options;

namespace LeadFunctions.Storage;

/// <summary>Says which key is wrong and what it should be, by the name that the setting has in Azure. No keys at all are none that is wrong.</summary>
internal sealed class SealingOptionsValidator : IValidateOptions<SealingOptions>
{
    public ValidateOptionsResult Validate(string? name, SealingOptions options)
    {
        var problems = Problems(options.Keys).ToList();
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static IEnumerable<string> Problems(IList<string> keys)
    {
        var ids = new HashSet<string>();
        foreach (var (index, text) in keys.Index())
        {
            if (SettingText.IsUnresolved(text))
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
