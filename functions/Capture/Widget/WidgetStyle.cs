using System.Text.RegularExpressions;

namespace LeadFunctions.Capture;

/// <summary>
/// The site's style sheet as a form in somebody else's page needs it: without what belongs to whole pages, in units that the page can
/// set, and in colours that the page can set and that follow its colour scheme, not the visitor's system.
/// </summary>
internal static partial class WidgetStyle
{
    /// <param name="site">The style sheet of all pages.</param>
    /// <param name="own">What only the widget has.</param>
    public static string Of(string site, string own)
    {
        var schemes = Root().Matches(site);
        var light = Variables(schemes[0].Value);
        var dark = Variables(schemes[1].Value);
        var rules = own + DarkScheme().Replace(PageOnly().Replace(site, ""), "").Replace(schemes[0].Value, "", StringComparison.Ordinal);
        return Small(
            $":host{{--unit:var(--lead-form-unit,1rem);{string.Concat(light.Select(variable => Settable(variable.Key, variable.Value)))}}}"
            + $"@supports (color:light-dark(red,red)){{:host{{{string.Concat(dark.Select(variable => Settable(variable.Key, $"light-dark({light[variable.Key]},{variable.Value})")))}}}}}"
            + Lengths().Replace(rules, "calc(${number}*var(--unit))").Replace(":root", ":host", StringComparison.Ordinal));
    }

    private static string Settable(string name, string value) => $"--{name}:var(--lead-form-{name},{value});";

    private static Dictionary<string, string> Variables(string block) =>
        Variable().Matches(block).ToDictionary(match => match.Groups["name"].Value, match => match.Groups["value"].Value);

    private static string Small(string css) => Spaces().Replace(Comments().Replace(css, ""), match => match.Groups["mark"].Success ? match.Groups["mark"].Value : " ");

    [GeneratedRegex(@"/\* <page>.*?/\* </page> \*/", RegexOptions.Singleline)]
    private static partial Regex PageOnly();

    [GeneratedRegex(@":root \{.*?\}", RegexOptions.Singleline)]
    private static partial Regex Root();

    [GeneratedRegex(@"@media \(prefers-color-scheme: dark\) \{\s*:root \{.*?\}\s*\}", RegexOptions.Singleline)]
    private static partial Regex DarkScheme();

    [GeneratedRegex(@"--(?<name>[a-z-]+): (?<value>[^;]+);", RegexOptions.ExplicitCapture)]
    private static partial Regex Variable();

    // Where a query asks how wide the window is, the unit is the browser's and stays.
    [GeneratedRegex(@"(?<![\w.#-])(?<number>-?[0-9.]+)rem(?!\) \{)")]
    private static partial Regex Lengths();

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex Comments();

    [GeneratedRegex(@"\s*(?<mark>[{};,])\s*|\s+", RegexOptions.ExplicitCapture)]
    private static partial Regex Spaces();
}
