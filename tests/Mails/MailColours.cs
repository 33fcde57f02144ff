using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace LeadFunctions.Tests.Mails;

/// <summary>The colours in which a mail program shows a mail: the inline styles, and in the dark what the style sheet puts over them by class.</summary>
internal sealed partial class MailColours
{
    private readonly Dictionary<string, string> dark;

    public MailColours(IHtmlDocument mail)
    {
        var sheet = mail.QuerySelector("style")!.TextContent;
        dark = ClassRule().Matches(sheet[sheet.IndexOf("prefers-color-scheme: dark", StringComparison.Ordinal)..])
            .ToDictionary(rule => rule.Groups["class"].Value, rule => rule.Groups["style"].Value.Replace("!important", "", StringComparison.Ordinal));
    }

    /// <summary>The contrast of every piece of text that a person sees, after WCAG 2.2.</summary>
    public IEnumerable<(string Text, double Light, double Dark)> Contrasts(IHtmlDocument mail) => mail.Body!.Descendants<IText>()
        .Where(text => !string.IsNullOrWhiteSpace(text.Data) && text.ParentElement is { } parent && parent.Closest("[aria-hidden]") is null)
        .Select(text => (text.Data.Trim(), Contrast(text.ParentElement!, isDark: false), Contrast(text.ParentElement!, isDark: true)));

    private double Contrast(IElement element, bool isDark)
    {
        var (one, other) = (Luminance(Find(element, "color", isDark)), Luminance(Find(element, "background-color", isDark)));
        return (Math.Max(one, other) + 0.05) / (Math.Min(one, other) + 0.05);
    }

    private string Find(IElement? element, string property, bool isDark)
    {
        for (; element is not null; element = element.ParentElement)
        {
            var inSheet = isDark ? element.ClassList.Select(name => Value(dark.GetValueOrDefault(name), property)).FirstOrDefault(value => value is not null) : null;
            if (inSheet is not null || (inSheet = Value(element.GetAttribute("style"), property)) is not null)
            {
                return inSheet;
            }
        }

        throw new InvalidOperationException($"Nothing says which {property} it has.");
    }

    private static string? Value(string? style, string property) => (style ?? "").Split(';')
        .Select(declaration => declaration.Split(':', 2))
        .Where(declaration => declaration.Length == 2 && declaration[0].Trim() == property)
        .Select(declaration => declaration[1].Trim())
        .LastOrDefault();

    private static double Luminance(string colour)
    {
        Assert.Matches("^#[0-9a-f]{6}$", colour);
        var parts = Enumerable.Range(0, 3)
            .Select(part => int.Parse(colour.AsSpan(1 + (2 * part), 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0)
            .Select(part => part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4))
            .ToList();
        return (0.2126 * parts[0]) + (0.7152 * parts[1]) + (0.0722 * parts[2]);
    }

    [GeneratedRegex(@"\.(?<class>[a-z]+) \{ (?<style>[^}]*) \}", RegexOptions.ExplicitCapture)]
    private static partial Regex ClassRule();
}
