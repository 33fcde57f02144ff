using Microsoft.Extensions.Options;

namespace LeadFunctions.Storage;

/// <summary>Says which setting is wrong and what it should be, by the name that the setting has in Azure.</summary>
public sealed class StorageOptionsValidator : IValidateOptions<StorageOptions>
{
    public ValidateOptionsResult Validate(string? name, StorageOptions options) =>
        TableAccount.Problem(StorageOptions.Section, options.Storage, options.StorageEndpoint) is { } problem
            ? ValidateOptionsResult.Fail(problem)
            : ValidateOptionsResult.Success;
}
