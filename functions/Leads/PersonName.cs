using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace LeadFunctions.Leads;

/// <summary>
/// What a person is called, in any script: 1 to 100 characters (Unicode scalar values) in normalisation form C (Unicode Standard
/// Annex 15), at least one of them a letter, no hidden characters, single spaces. Made only by <see cref="TryParse"/>.
/// </summary>
public sealed record PersonName
{
    /// <summary>The most characters (Unicode scalar values) a name may have.</summary>
    public const int MaximumLength = 100;

    private PersonName(string value) => Value = value;

    /// <summary>The name as it is shown and stored.</summary>
    public string Value { get; }

    /// <summary>Reads a name: spaces around it are dropped, white space inside becomes one space.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out PersonName? name, out ContactProblem problem)
    {
        name = null;
        problem = Read(text, out var value);

        if (problem is ContactProblem.None)
        {
            name = new PersonName(value);
        }

        return name is not null;
    }

    /// <summary>Says nothing, so that no log holds a name by accident: ask for <see cref="Value"/>.</summary>
    public override string ToString() => nameof(PersonName);

    private static ContactProblem Read(string? text, out string value)
    {
        value = "";

        if (string.IsNullOrWhiteSpace(text))
        {
            return ContactProblem.NameMissing;
        }

        if (HiddenCharacters.IsIn(text, allowed: "\t"))
        {
            return ContactProblem.NameForbiddenCharacter;
        }

        value = string.Join(' ', text.Normalize().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

        return value.EnumerateRunes().Count() > MaximumLength ? ContactProblem.NameTooLong
            : value.EnumerateRunes().Any(Rune.IsLetter) ? ContactProblem.None
            : ContactProblem.NameWithoutLetter;
    }
}
