using System.Globalization;

namespace LeadFunctions.Capture;

/// <summary>
/// The words that phrases are made of, each with its number. It learns them while the phrases are read; from then on it only looks them up.
/// </summary>
internal sealed class Lexicon
{
    public const int Any = -1;
    public const int Unknown = 0;
    public const int Comma = 1;
    public const int End = 2;

    /// <summary>A small number, one from ten on, and one that is a year.</summary>
    public const int Number = 3;
    public const int Many = 4;
    public const int Year = 5;

    private const int FirstWord = 6;

    private readonly Dictionary<string, int[]> words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int[]>.AlternateLookup<ReadOnlySpan<char>> lookup;
    private readonly ILookup<char, string> forgiven;
    private readonly List<Lexicon> neighbours = [];

    /// <param name="shorthand">What people write for short, and the words that it stands for.</param>
    /// <param name="forgiven">Words that are known also when they are misspelt.</param>
    public Lexicon(IEnumerable<(string Short, string Long)> shorthand, IEnumerable<string> forgiven)
    {
        lookup = words.GetAlternateLookup<ReadOnlySpan<char>>();
        this.forgiven = forgiven.Select(Spelled).ToLookup(word => word[0]);
        foreach (var group in this.forgiven)
        {
            foreach (var word in group)
            {
                Learn(word);
            }
        }

        foreach (var (brief, full) in shorthand)
        {
            words[Spelled(brief)] = [.. full.Split(' ').SelectMany(Learn)];
        }
    }

    /// <summary>Makes the languages known that are looked for in the same messages.</summary>
    public void MeetNeighbours(IEnumerable<Lexicon> lexicons) => neighbours.AddRange(lexicons.Where(lexicon => lexicon != this));

    /// <summary>How many numbers are in use.</summary>
    public int Count { get; private set; } = FirstWord;

    /// <summary>The numbers of a word, which is known from now on; several when it stands for several.</summary>
    public IReadOnlyList<int> Learn(string word)
    {
        var spelled = Spelled(word);
        if (spelled.Length == 0)
        {
            return [];
        }

        if (!words.TryGetValue(spelled, out var known))
        {
            words.Add(spelled, known = [Count++]);
        }

        return known;
    }

    /// <summary>The numbers of a message's words and pauses. It ends with <see cref="End"/>.</summary>
    public List<int> Read(ReadOnlySpan<char> message)
    {
        var read = new List<int>((message.Length / 4) + 1);
        Span<char> word = stackalloc char[Spelling.LongestWord];
        var at = 0;
        while (Spelling.NextWord(message, ref at, word, out var pause) is > 0 and var length)
        {
            if (pause != Pause.None && read.Count > 0)
            {
                read.Add(pause == Pause.End ? End : Comma);
            }

            read.AddRange(Find(word[..length]));
        }

        read.Add(End);
        return read;
    }

    private ReadOnlySpan<int> Find(ReadOnlySpan<char> word)
    {
        if (lookup.TryGetValue(word, out var known))
        {
            return known;
        }

        if (char.IsAsciiDigit(word[0]))
        {
            return NumberOf(word);
        }

        foreach (var meant in forgiven[word[0]])
        {
            if (Misspelling.Is(word, meant))
            {
                return IsOfNeighbour(word) ? [Unknown] : words[meant];
            }
        }

        return [Unknown];
    }

    // A right word of another language is no misspelt one of this.
    private bool IsOfNeighbour(ReadOnlySpan<char> word)
    {
        foreach (var neighbour in neighbours)
        {
            if (neighbour.lookup.ContainsKey(word))
            {
                return true;
            }
        }

        return false;
    }

    private static ReadOnlySpan<int> NumberOf(ReadOnlySpan<char> word) =>
        !int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? [Unknown]
        : number is >= 1900 and < 2100 ? [Year]
        : number >= 10 ? [Many]
        : [Number];

    private static string Spelled(string word)
    {
        Span<char> spelled = stackalloc char[Spelling.LongestWord];
        var at = 0;
        return spelled[..Spelling.NextWord(word, ref at, spelled, out _)].ToString();
    }
}
