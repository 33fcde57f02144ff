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
            .. KeyProblems(),
        ];
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    // What is wrong with a key that is there, SealingOptionsValidator says.
    private IEnumerable<string> KeyProblems() => sealing.Value.Keys.Count > 0
        ? []
        : ["Encryption__Keys__0 is missing: what goes to the second account is sealed under it. It should be id:base64 with 32 random bytes, such as 2026a:… of `openssl rand -base64 32`."];
}
