using LeadFunctions.Leads;

namespace LeadFunctions.Desk;

/// <summary>What staff may write about a lead, however it comes to us.</summary>
public static class StaffWords
{
    public const int LongestNote = 2000;
    public const int LongestReason = 200;

    // Line breaks, and the joiners and marks that some scripts are written with.
    private const string WelcomeInNotes = "\n\t\u200C\u200D\u200E\u200F";

    /// <returns>The line; null for what is longer than <see cref="LongestReason"/>, or holds what cannot be seen.</returns>
    public static string? TryReadLine(string text) =>
        text.Trim() is var line && line.EnumerateRunes().Count() <= LongestReason && !HiddenCharacters.IsIn(line) ? line.Normalize() : null;

    /// <returns>The note; null for what is empty, longer than <see cref="LongestNote"/>, or holds what cannot be seen.</returns>
    public static string? TryReadNote(string text) =>
        text.ReplaceLineEndings("\n").Trim() is { Length: > 0 } note && note.EnumerateRunes().Count() <= LongestNote && !HiddenCharacters.IsIn(note, WelcomeInNotes)
            ? note.Normalize()
            : null;
}
