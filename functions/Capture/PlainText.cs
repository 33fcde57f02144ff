using System.Text;
using LeadFunctions.Leads;

namespace LeadFunctions.Capture;

/// <summary>Free text from strangers.</summary>
internal static class PlainText
{
    // Line breaks; the joiners with which scripts and emoji are written; the marks that right-to-left keyboards type.
    private const string Welcome = "\n\t\u200C\u200D\u200E\u200F";

    /// <summary>
    /// Reads a message of several lines: normalisation form C, lines ended by a line feed. Refuses control characters, bidirectional
    /// overrides and zero-width spaces (Unicode Technical Report 36). Soft hyphens and byte order marks come along when text is pasted,
    /// unseen by whoever pastes it: they are dropped.
    /// </summary>
    /// <returns>The text, or null when it holds what it should not.</returns>
    public static string? TryReadMessage(string text)
    {
        var message = text.ReplaceLineEndings("\n").Replace("\u00AD", "", StringComparison.Ordinal).Replace("\uFEFF", "", StringComparison.Ordinal);
        return HiddenCharacters.IsIn(message, Welcome) ? null : message.Normalize(NormalizationForm.FormC).Trim();
    }

    /// <summary>Cleans a value that a page or a campaign filled in: not the visitor's words, so nobody is bothered with its faults.</summary>
    /// <returns>At most <paramref name="longest"/> UTF-16 units without hidden characters, or null when nothing is left.</returns>
    public static string? CleanLabel(string? text, int longest)
    {
        var clean = new StringBuilder();
        foreach (var rune in (text ?? "").Trim().EnumerateRunes())
        {
            if (clean.Length + rune.Utf16SequenceLength > longest)
            {
                break;
            }

            var character = rune.ToString();
            if (!HiddenCharacters.IsIn(character))
            {
                clean.Append(character);
            }
        }

        return clean.Length == 0 ? null : clean.ToString();
    }
}
