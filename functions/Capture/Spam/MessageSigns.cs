using System.Text;
using System.Text.RegularExpressions;

namespace LeadFunctions.Capture;

/// <summary>The signs in what was written. Pure. What people are called is never a sign, in whatever script; only an address in its place is.</summary>
internal static partial class MessageSigns
{
    private const int ManyLinks = 4;
    private const int HardlyAWord = 4;
    private const int FewLetters = 10;
    private const int ShortestDisguise = 4;

    /// <param name="name">The name as it was typed.</param>
    /// <param name="message">The message.</param>
    /// <param name="rules">The clinic's rules.</param>
    public static IEnumerable<string> In(string name, ReadMessage message, SpamRules rules) =>
    [
        .. InName(name),
        .. message.Text.Length == 0 ? [] : InMessage(name, message, rules),
        .. InLinks(message, rules),
    ];

    private static IEnumerable<string> InName(string name)
    {
        if (Links.In(name).Count > 0)
        {
            yield return SpamSigns.LinkInName;
        }
        else if (name.Contains('@', StringComparison.Ordinal))
        {
            yield return SpamSigns.AddressInName;
        }
    }

    private static IEnumerable<string> InMessage(string name, ReadMessage message, SpamRules rules)
    {
        if (string.Equals(name, message.Text, StringComparison.OrdinalIgnoreCase))
        {
            yield return SpamSigns.Echo;
        }

        if (LinkMarkup().IsMatch(message.Text))
        {
            yield return SpamSigns.LinkMarkup;
        }
        else if (Markup().IsMatch(message.Text))
        {
            yield return SpamSigns.Markup;
        }

        if (IsInOtherScript(message.Rest))
        {
            yield return SpamSigns.OtherScript;
        }

        if (message.Words.Any(MixesScripts))
        {
            yield return SpamSigns.MixedScript;
        }

        foreach (var sign in rules.Phrases.SignsIn(message.Words))
        {
            yield return sign;
        }
    }

    private static IEnumerable<string> InLinks(ReadMessage message, SpamRules rules)
    {
        var links = message.Links;
        for (var count = 0; count < links.Count; count++)
        {
            yield return SpamSigns.Link;
        }

        if (links.Count >= ManyLinks)
        {
            yield return SpamSigns.ManyLinks;
        }

        if (links.Any(link => rules.CheapHosts.Any(cheap => IsUnder(link.Host, cheap))))
        {
            yield return SpamSigns.CheapHost;
        }

        if (links.Count > 0 && FoldedWords.In(message.Rest).Count(word => word is not ("http" or "https" or "www")) < HardlyAWord)
        {
            yield return SpamSigns.BareLink;
        }
    }

    /// <summary>Whether a host is one that is listed, or ends as one does, or lies below it.</summary>
    public static bool IsUnder(string host, string listed) =>
        host.EndsWith(listed, StringComparison.OrdinalIgnoreCase)
        && (host.Length == listed.Length || listed[0] == '.' || host[^(listed.Length + 1)] == '.');

    // Asked without the links: an address is Latin in every language.
    private static bool IsInOtherScript(string message)
    {
        var latin = 0;
        var other = 0;
        foreach (var rune in message.EnumerateRunes().Where(Rune.IsLetter))
        {
            if (IsLatin(rune))
            {
                latin++;
            }
            else
            {
                other++;
            }
        }

        return other >= FewLetters && other > latin;
    }

    // Latin ends with the block of Latin Extended-B and goes on in Latin Extended Additional (Unicode Standard, blocks).
    private static bool IsLatin(Rune letter) => letter.Value is < 0x250 or (>= 0x1e00 and < 0x1f00);

    private static bool MixesScripts(string word) =>
        word.Length >= ShortestDisguise && word.Any(char.IsAsciiLetter) && word.Any(letter => letter is >= '\u0400' and <= '\u04ff');

    [GeneratedRegex(@"href\s*=\s*[""']?\s*(https?:|www\.)|\[(url|link)\s*[=\]]|\]\(\s*https?:", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex LinkMarkup();

    [GeneratedRegex("</?[a-z][^<>]*>", RegexOptions.IgnoreCase)]
    private static partial Regex Markup();
}
