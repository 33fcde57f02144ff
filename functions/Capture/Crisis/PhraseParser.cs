using System.Diagnostics.CodeAnalysis;

namespace LeadFunctions.Capture;

/// <summary>Reads a phrase as it is written in <c>crisis.yml</c>; the file's head tells how.</summary>
internal sealed class PhraseParser(Lexicon lexicon, IReadOnlyDictionary<string, Phrase> lists)
{
    public const string Expected =
        "a phrase: words, (a | b), part?, part*, ... for up to three words, and <lists> that stand further up under 'words'";

    private const int WidestGap = 3;

    /// <returns>False when it is no phrase, or one that fits nothing.</returns>
    public bool TryParse(string text, [MaybeNullWhen(false)] out Phrase phrase)
    {
        var at = 0;
        phrase = Choice(text, ref at);
        return phrase is { FitsNothing: false } && at == text.Length && !text.StartsWith("...", StringComparison.Ordinal);
    }

    /// <summary>Any one of several phrases; words out of many are one step and not many.</summary>
    public static Phrase OneOf(IReadOnlyList<Phrase> parts)
    {
        var words = parts.OfType<Phrase.OneOf>().SelectMany(part => part.Words).Distinct().ToList();
        Phrase[] others = [.. parts.Where(part => part is not Phrase.OneOf)];
        return others.Length == 0 ? new Phrase.OneOf(words)
            : parts is [var only] ? only
            : new Phrase.Either(words.Count == 0 ? others : [new Phrase.OneOf(words), .. others]);
    }

    private Phrase? Choice(string text, ref int at)
    {
        var parts = new List<Phrase>();
        do
        {
            at += parts.Count == 0 ? 0 : 1;
            if (Sequence(text, ref at) is not { } part)
            {
                return null;
            }

            parts.Add(part);
        }
        while (at < text.Length && text[at] == '|');

        return OneOf(parts);
    }

    private Phrase? Sequence(string text, ref int at)
    {
        var parts = new List<Phrase>();
        while (true)
        {
            while (at < text.Length && text[at] == ' ')
            {
                at++;
            }

            if (at == text.Length || text[at] is '|' or ')')
            {
                return parts.Count switch { 0 => null, 1 => parts[0], _ => new Phrase.InTurn(parts) };
            }

            if (Part(text, ref at) is not { } part)
            {
                return null;
            }

            parts.Add(Counted(part, text, ref at));
        }
    }

    private static Phrase Counted(Phrase part, string text, ref int at)
    {
        switch (at < text.Length ? text[at] : ' ')
        {
            case '?':
                at++;
                return new Phrase.Maybe(part);
            case '*':
                at++;
                return new Phrase.Often(part);
            default:
                return part;
        }
    }

    private Phrase? Part(string text, ref int at)
    {
        switch (text[at])
        {
            case '(':
                at++;
                return Choice(text, ref at) is { } choice && at < text.Length && text[at++] == ')' ? choice : null;
            case '<':
                var end = text.IndexOf('>', at);
                var name = end < 0 ? "" : text[(at + 1)..end];
                at = end + 1;
                return name switch
                {
                    "number" => new Phrase.OneOf([Lexicon.Number, Lexicon.Many, Lexicon.Year]),
                    "many" => new Phrase.OneOf([Lexicon.Many]),
                    "year" => new Phrase.OneOf([Lexicon.Year]),
                    _ => lists.GetValueOrDefault(name),
                };
            case ',':
                at++;
                return new Phrase.OneOf([Lexicon.Comma]);
            case '.' when text.AsSpan(at).StartsWith("..."):
                at += 3;
                return Gap(WidestGap);
            case '.':
                at++;
                return new Phrase.OneOf([Lexicon.End]);
            default:
                return Words(text, ref at);
        }
    }

    private static Phrase.Maybe Gap(int width)
    {
        var word = new Phrase.OneOf([Lexicon.Any]);
        return new(width == 1 ? word : new Phrase.InTurn([word, Gap(width - 1)]));
    }

    private Phrase? Words(string text, ref int at)
    {
        var begin = at;
        while (at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] == '\''))
        {
            at++;
        }

        var words = at == begin ? [] : lexicon.Learn(text[begin..at]);
        return words.Count switch
        {
            0 => null,
            1 => new Phrase.OneOf(words),
            _ => new Phrase.InTurn([.. words.Select(word => new Phrase.OneOf([word]))]),
        };
    }
}
