using LeadFunctions.Settings;
using Microsoft.Extensions.Options;

namespace LeadFunctions.Http;

/// <summary>
/// Holds each origin to the very text that a browser sends: what differs by a slash or a capital would never match, and nobody would
/// learn why.
/// </summary>
public sealed class CorsOptionsValidator : IValidateOptions<CorsOptions>
{
    public ValidateOptionsResult Validate(string? name, CorsOptions options)
    {
        var problems = options.Origins
            .Index()
            .Where(origin => !IsOrigin(origin.Item))
            .Select(origin =>
                $"Cors__Origins__{origin.Index} should be the origin of one website, such as https://www.example.com: "
                + "https (http only on this machine), host in small letters, a port where it is not 443, no path, no slash at the end, no wildcard.")
            .ToList();

        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static bool IsOrigin(string text) =>
        SettingText.TryReadSafeAddress(text, out var url)
        && !text.Contains('*', StringComparison.Ordinal)
        && text == new UriBuilder(url.Scheme, url.IdnHost, url.IsDefaultPort ? -1 : url.Port).Uri.GetLeftPart(UriPartial.Authority);
}
