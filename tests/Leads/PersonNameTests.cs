using LeadFunctions.Leads;

namespace LeadFunctions.Tests.Leads;

public sealed class PersonNameTests
{
    [Theory]
    [InlineData("Ada Lovelace", "Ada Lovelace")]
    [InlineData("  Ada \t  Lovelace ", "Ada Lovelace")]
    [InlineData("Ada\u00A0Lovelace", "Ada Lovelace")]
    [InlineData("Jose\u0301 O'Brien-Núñez, Jr. 3", "Jos\u00E9 O'Brien-Núñez, Jr. 3")]
    [InlineData("山田太郎", "山田太郎")]
    [InlineData("محمد", "محمد")]
    [InlineData("प्रिया", "प्रिया")]
    [InlineData("𠮷野", "𠮷野")]
    [InlineData("X", "X")]
    public void A_name_in_any_script_is_kept(string typed, string expected)
    {
        Assert.True(PersonName.TryParse(typed, out var name, out var problem));

        Assert.Equal(expected, name.Value);
        Assert.Equal(ContactProblem.None, problem);
    }

    [Theory]
    [InlineData(null, ContactProblem.NameMissing)]
    [InlineData(" \u2003 ", ContactProblem.NameMissing)]
    [InlineData("123 -", ContactProblem.NameWithoutLetter)]
    [InlineData("😀", ContactProblem.NameWithoutLetter)]
    [InlineData("Ada\r\nBcc: x", ContactProblem.NameForbiddenCharacter)]
    [InlineData("Ada\n", ContactProblem.NameForbiddenCharacter)]
    [InlineData("Ada\0", ContactProblem.NameForbiddenCharacter)]
    [InlineData("Ada\u0085", ContactProblem.NameForbiddenCharacter)]
    [InlineData("Ada\u2028Lovelace", ContactProblem.NameForbiddenCharacter)]
    [InlineData("Ada\u200BLovelace", ContactProblem.NameForbiddenCharacter)]
    [InlineData("\uFEFFAda", ContactProblem.NameForbiddenCharacter)]
    [InlineData("Ada\u202Eecalevol", ContactProblem.NameForbiddenCharacter)]
    [InlineData("Ada\u2066Lovelace\u2069", ContactProblem.NameForbiddenCharacter)]
    [InlineData("Ada\u00AD", ContactProblem.NameForbiddenCharacter)]
    [InlineData("\u3164", ContactProblem.NameForbiddenCharacter)]
    [InlineData("Ada\U000E0041", ContactProblem.NameForbiddenCharacter)]
    [InlineData("Ada\uE000", ContactProblem.NameForbiddenCharacter)]
    public void What_cannot_be_read_aloud_is_refused_for_its_reason(string? typed, ContactProblem expected)
    {
        Assert.False(PersonName.TryParse(typed, out var name, out var problem));

        Assert.Equal(expected, problem);
        Assert.Null(name);
    }

    [Fact]
    public void An_unpaired_surrogate_is_refused()
    {
        Assert.False(PersonName.TryParse("Ada \uDC00", out _, out var problem));
        Assert.Equal(ContactProblem.NameForbiddenCharacter, problem);
    }

    [Theory]
    [InlineData(100, ContactProblem.None)]
    [InlineData(101, ContactProblem.NameTooLong)]
    public void Length_counts_characters_not_their_halves(int length, ContactProblem expected)
    {
        _ = PersonName.TryParse(string.Concat(Enumerable.Repeat("𠮷", length)), out _, out var problem);

        Assert.Equal(expected, problem);
    }

    [Fact]
    public void Every_problem_has_its_own_words()
    {
        var texts = Enum.GetValues<ContactProblem>().Where(problem => problem is not ContactProblem.None).Select(problem => problem.ToWords());

        Assert.All(texts, text => Assert.EndsWith(".", text, StringComparison.Ordinal));
        Assert.Distinct(texts);
    }

    [Fact]
    public void Printing_a_name_reveals_nothing()
    {
        Assert.True(PersonName.TryParse("Ada", out var name, out _));
        Assert.DoesNotContain("Ada", $"{name}", StringComparison.Ordinal);
    }
}
