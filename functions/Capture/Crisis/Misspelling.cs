namespace LeadFunctions.Capture;

/// <summary>
/// Tells a misspelling from another word. The first letter must be right; of six letters one may be wrong, missing, too many or swapped
/// with its neighbour, of eight letters two. Hidden letters ("k*ll") may be any.
/// </summary>
internal static class Misspelling
{
    private const int LongEnough = 6;
    private const int Long = 8;

    public static bool Is(ReadOnlySpan<char> word, string meant)
    {
        if (word.Contains(Spelling.Hidden))
        {
            return IsHidden(word, meant);
        }

        var most = meant.Length >= Long ? 2 : 1;
        return meant.Length >= LongEnough && Math.Abs(word.Length - meant.Length) <= most && Faults(word, meant) <= most;
    }

    private static bool IsHidden(ReadOnlySpan<char> word, string meant)
    {
        if (word.Length != meant.Length)
        {
            return false;
        }

        for (var place = 0; place < word.Length; place++)
        {
            if (word[place] != meant[place] && word[place] != Spelling.Hidden)
            {
                return false;
            }
        }

        return true;
    }

    // The optimal string alignment distance, row by row (Damerau 1964 counted four faults as nearly all that typists make).
    private static int Faults(ReadOnlySpan<char> word, string meant)
    {
        Span<int> beforeLast = stackalloc int[Spelling.LongestWord + 1];
        Span<int> last = stackalloc int[Spelling.LongestWord + 1];
        Span<int> row = stackalloc int[Spelling.LongestWord + 1];
        for (var place = 0; place <= meant.Length; place++)
        {
            last[place] = place;
        }

        for (var at = 1; at <= word.Length; at++)
        {
            row[0] = at;
            for (var place = 1; place <= meant.Length; place++)
            {
                var isSame = word[at - 1] == meant[place - 1];
                row[place] = Math.Min(Math.Min(last[place], row[place - 1]) + 1, last[place - 1] + (isSame ? 0 : 1));
                if (at > 1 && place > 1 && word[at - 1] == meant[place - 2] && word[at - 2] == meant[place - 1])
                {
                    row[place] = Math.Min(row[place], beforeLast[place - 2] + 1);
                }
            }

            var free = beforeLast;
            beforeLast = last;
            last = row;
            row = free;
        }

        return last[meant.Length];
    }
}
