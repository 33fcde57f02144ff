namespace LeadFunctions.Capture;

/// <summary>
/// How a word is written once all that people vary is taken away: case, accents, apostrophes, letters that are held down ("diieee"), and
/// letters that stand behind signs ("su1cide"). Every double letter is a single one, in phrases and in messages alike.
/// </summary>
internal static class Spelling
{
    /// <summary>Longer words are cut; nothing that matters is as long.</summary>
    public const int LongestWord = 32;

    /// <summary>Stands for a letter that the writer has hidden, as in "su*cide".</summary>
    public const char Hidden = '*';

    private const string Plain =
        "aaaaaa.ceeeeiiii.nooooo.ouuuuy..aaaaaa.ceeeeiiii.nooooo.ouuuuy.y";

    /// <summary>The next word of a text, and what stands before it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">Where to go on; behind the word afterwards.</param>
    /// <param name="word">Gets the word; at least <see cref="LongestWord"/> long.</param>
    /// <param name="pause">The longest pause before the word, or before the end of the text.</param>
    /// <returns>The length of the word; 0 at the end of the text.</returns>
    public static int NextWord(ReadOnlySpan<char> text, ref int at, Span<char> word, out Pause pause)
    {
        pause = Pause.None;
        while (at < text.Length && !char.IsLetterOrDigit(text[at]))
        {
            var here = PauseAt(text, at++);
            pause = here > pause ? here : pause;
        }

        var length = 0;
        for (; at < text.Length && TryFold(text, at, out var letter); at++)
        {
            var isHeldDown = length > 0 && word[length - 1] == letter && !char.IsAsciiDigit(letter);
            if (letter != '\0' && !isHeldDown && length < LongestWord)
            {
                word[length++] = letter;
            }
        }

        return length;
    }

    // A row of dots is a writer who thinks; one dot is the end of a sentence.
    private static Pause PauseAt(ReadOnlySpan<char> text, int at) => text[at] switch
    {
        '.' when (at + 1 < text.Length && text[at + 1] == '.') || (at > 0 && text[at - 1] == '.') => Pause.Comma,
        '.' or '!' or '?' or ';' or '\n' => Pause.End,
        ',' or ':' or '(' or ')' or '"' or '\u201c' or '\u201d' or '\u2026' or '\u2013' or '\u2014' => Pause.Comma,
        '-' when at > 0 && at + 1 < text.Length && text[at - 1] == ' ' && text[at + 1] is ' ' or '-' => Pause.Comma,
        _ => Pause.None,
    };

    /// <returns>False where the word ends. The letter is 0 where there is none to hear.</returns>
    private static bool TryFold(ReadOnlySpan<char> text, int at, out char letter)
    {
        var character = text[at];
        letter = character switch
        {
            >= 'a' and <= 'z' => character,
            >= 'A' and <= 'Z' => (char)(character | 0x20),
            >= '\u00c0' and <= '\u00ff' when Plain[character - '\u00c0'] != '.' => Plain[character - '\u00c0'],
            '\'' or '\u2019' or '\u2018' or '`' or '\u00b4' or '\u02bc' or (>= '\u0300' and <= '\u036f') or '\u200d' or '\u200b' or '\u00ad' => '\0',
            '0' when IsInside(text, at) => 'o',
            '1' when IsInside(text, at) => 'i',
            '3' when IsInside(text, at) => 'e',
            '4' or '@' when IsInside(text, at) => 'a',
            '5' or '$' when IsInside(text, at) => 's',
            '*' when IsInside(text, at) => Hidden,
            _ when char.IsLetterOrDigit(character) => char.ToLowerInvariant(character),
            _ => '\uffff',
        };
        return letter != '\uffff';
    }

    private static bool IsInside(ReadOnlySpan<char> text, int at) =>
        at > 0 && at + 1 < text.Length && char.IsLetter(text[at - 1]) && char.IsLetter(text[at + 1]);
}

/// <summary>What is heard between two words; the longer one is the greater.</summary>
internal enum Pause
{
    None,
    Comma,
    End,
}
