using Azure.Data.Tables;
using LeadFunctions.Leads;

namespace LeadFunctions.Storage;

/// <summary>
/// By what sealed leads are found: keyed hashes of how the words of the name begin, and of the last digits of the telephone number, under the pepper of the
/// settings, which is not in storage. Storage compares them for equality only; whether a lead is meant is decided on the lead.
/// </summary>
/// <remarks>
/// What a stolen table tells by them: which leads have a word of the name that begins alike, at the same place or another, and which numbers end alike; and
/// by how often each comes, a guess at the commonest beginnings. Not which letters or digits they are, without the pepper. Words of fewer letters are not in it.
/// </remarks>
internal sealed class SearchIndex(LeadKeys keys)
{
    /// <summary>How many letters of a word are compared; what is shorter is looked for among all leads.</summary>
    public const int Letters = 3;

    /// <summary>How many of the last digits are compared: as many as a search has at least.</summary>
    public const int Digits = 4;

    public const string LastDigits = "FindDigits";

    /// <summary>In which columns beginnings of a name may stand.</summary>
    public static IReadOnlyList<string> NameColumns { get; } = [.. DeskColumns.NameColumns.Select((_, index) => $"Find{index + 1}")];

    /// <param name="word">A word of a name, or how it begins.</param>
    /// <returns>Null for one that is too short.</returns>
    public string? Beginning(string word) => word.Length < Letters ? null : keys.Beginning(word[..Letters]);

    /// <param name="lastFirst">The last digits of a number, the very last first.</param>
    public string? Ending(string lastFirst) => lastFirst.Length < Digits ? null : keys.LastDigits(lastFirst[..Digits]);

    /// <summary>Writes what a row is found by into the row that takes its place.</summary>
    public void Write(TableEntity from, TableEntity row)
    {
        foreach (var (column, plain) in NameColumns.Zip(DeskColumns.NameColumns))
        {
            row.SetIfAny(column, from.GetString(plain) is { } word ? Beginning(word) : null);
        }

        row.SetIfAny(LastDigits, from.GetString(DeskColumns.LastDigits) is { } digits ? Ending(digits) : null);
    }

    /// <summary>The columns that this writes, and those by which leads are found that are not sealed.</summary>
    public static IReadOnlyList<string> Columns { get; } = [.. DeskColumns.NameColumns, DeskColumns.LastDigits, .. NameColumns, LastDigits];
}
