using System.Text.RegularExpressions;

namespace LeadFunctions.Access;

/// <summary>
/// Where somebody wanted to go before they had to sign in: a page of ours for staff or marketing and nothing else, so that no link to the
/// sign-in page leads anywhere else. It has no query, which may say whom they looked for.
/// </summary>
public static partial class ReturnPath
{
    /// <summary>The parameter that carries it.</summary>
    public const string Parameter = "to";

    private const int Longest = 200;

    /// <returns>The path, or null when it is none that we go back to.</returns>
    public static string? Of(string? path) =>
        path is { Length: > 0 and <= Longest } && Pages().IsMatch(path) && !path.StartsWith("/staff/sign", StringComparison.OrdinalIgnoreCase) ? path : null;

    /// <summary>An address of ours that remembers the path.</summary>
    /// <param name="address">Without a fragment.</param>
    /// <param name="path">What <see cref="Of"/> answered; null leaves the address as it is.</param>
    public static string Keep(string address, string? path) =>
        path is null ? address : $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{Parameter}={Uri.EscapeDataString(path)}";

    // A segment begins with a letter or a digit: there is no way up, no second slash, no backslash and nothing encoded.
    [GeneratedRegex(@"\A/(staff|marketing)(/[A-Za-z0-9][A-Za-z0-9_.~-]*)*\z")]
    private static partial Regex Pages();
}
