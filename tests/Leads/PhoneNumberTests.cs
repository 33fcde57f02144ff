using LeadFunctions.Leads;

namespace LeadFunctions.Tests.Leads;

public sealed class PhoneNumberTests
{
    [Theory]
    [InlineData("6505550123")]
    [InlineData("650-555-0123")]
    [InlineData("(650) 555-0123")]
    [InlineData("650.555.0123")]
    [InlineData(" 650 555 0123 ")]
    [InlineData("1 650 555 0123")]
    [InlineData("1-650-555-0123")]
    [InlineData("+1 (650) 555-0123")]
    [InlineData("+16505550123")]
    [InlineData("(+1) 650/555-0123")]
    [InlineData("650\u00A0555\u20110123")]
    [InlineData("６５０－５５５－０１２３")]
    [InlineData("٦٥٠ ٥٥٥ ٠١٢٣")]
    public void Every_way_to_write_a_North_American_number_means_one_number(string typed)
    {
        var number = Parse(typed);

        Assert.Equal("+16505550123", number.E164);
        Assert.Equal("(650) 555-0123", number.Display);
        Assert.Null(number.Extension);
    }

    [Theory]
    [InlineData("+44 20 7946 0958", "+442079460958", "+44 2079460958")]
    [InlineData("+44 (0)20 7946 0958", "+442079460958", "+44 2079460958")]
    [InlineData("＋49 30 901820", "+4930901820", "+49 30901820")]
    [InlineData("+7 495 123-45-67", "+74951234567", "+7 4951234567")]
    [InlineData("+353 1 234 5678", "+35312345678", "+353 12345678")]
    [InlineData("+290 22158", "+29022158", "+290 22158")]
    [InlineData("+881 612 345 678", "+881612345678", "+881 612345678")]
    [InlineData("+49 1234567890123", "+491234567890123", "+49 1234567890123")]
    public void A_plus_makes_a_number_international(string typed, string e164, string display)
    {
        var number = Parse(typed);

        Assert.Equal(e164, number.E164);
        Assert.Equal(display, number.Display);
    }

    [Theory]
    [InlineData("650-555-0123 x12")]
    [InlineData("650-555-0123x12")]
    [InlineData("650-555-0123 X 12")]
    [InlineData("650-555-0123 ext. 12")]
    [InlineData("650-555-0123, ext 12")]
    [InlineData("650-555-0123 Extension: 12")]
    [InlineData("650-555-0123 #12")]
    [InlineData("+16505550123;ext=12")]
    public void An_extension_is_kept_apart(string typed)
    {
        var number = Parse(typed);

        Assert.Equal("+16505550123", number.E164);
        Assert.Equal("12", number.Extension);
        Assert.Equal("(650) 555-0123 ext. 12", number.Display);
    }

    [Theory]
    [InlineData(null, ContactProblem.PhoneMissing)]
    [InlineData(" \t ", ContactProblem.PhoneMissing)]
    [InlineData("650-555-HELP", ContactProblem.PhoneForbiddenCharacter)]
    [InlineData("650-555-0123\n", ContactProblem.PhoneForbiddenCharacter)]
    [InlineData("650+5550123", ContactProblem.PhoneForbiddenCharacter)]
    [InlineData("++16505550123", ContactProblem.PhoneForbiddenCharacter)]
    [InlineData("650-555-0123 x12345678", ContactProblem.PhoneForbiddenCharacter)]
    [InlineData("ext. 12", ContactProblem.PhoneTooShort)]
    [InlineData("()", ContactProblem.PhoneTooShort)]
    [InlineData("+", ContactProblem.PhoneTooShort)]
    [InlineData("555-0123", ContactProblem.PhoneTooShort)]
    [InlineData("1 555-0123", ContactProblem.PhoneTooShort)]
    [InlineData("+1 650 555 012", ContactProblem.PhoneTooShort)]
    [InlineData("+49 12345", ContactProblem.PhoneTooShort)]
    [InlineData("+1 650 555 01234", ContactProblem.PhoneTooLong)]
    [InlineData("+49 12345678901234", ContactProblem.PhoneTooLong)]
    [InlineData("020 7946 0958", ContactProblem.PhoneCountryMissing)]
    [InlineData("44 20 7946 0958", ContactProblem.PhoneCountryMissing)]
    [InlineData("+999 123 456 789", ContactProblem.PhoneCountryUnknown)]
    [InlineData("+210 123 456 789", ContactProblem.PhoneCountryUnknown)]
    [InlineData("+979 123 456 789", ContactProblem.PhoneCountryUnknown)]
    [InlineData("+0 123 456 789", ContactProblem.PhoneCountryUnknown)]
    [InlineData("150-555-0123", ContactProblem.PhoneTooShort)]
    [InlineData("050-555-0123", ContactProblem.PhoneNumberImpossible)]
    [InlineData("911-555-0123", ContactProblem.PhoneNumberImpossible)]
    [InlineData("650-155-0123", ContactProblem.PhoneNumberImpossible)]
    [InlineData("650-055-0123", ContactProblem.PhoneNumberImpossible)]
    [InlineData("650-911-0123", ContactProblem.PhoneNumberImpossible)]
    [InlineData("+1 211 555 0123", ContactProblem.PhoneNumberImpossible)]
    public void What_cannot_be_called_is_refused_for_its_reason(string? typed, ContactProblem expected)
    {
        Assert.False(PhoneNumber.TryParse(typed, out var number, out var problem));

        Assert.Equal(expected, problem);
        Assert.Null(number);
    }

    [Fact]
    public void An_endless_number_is_refused_unread() => Assert.Equal(ContactProblem.PhoneTooLong, ProblemOf(new string('6', 1_000_000)));

    [Fact]
    public void No_country_code_begins_another()
    {
        var codes = Enumerable.Range(1, 999).Select(code => $"{code}").Where(code => CountryCodes.Of(code).SequenceEqual(code)).ToList();

        Assert.True(codes.Count > 200);
        Assert.DoesNotContain(codes, code => codes.Any(other => other != code && other.StartsWith(code, StringComparison.Ordinal)));
    }

    [Fact]
    public void The_same_number_written_in_two_ways_is_equal() => Assert.Equal(Parse("(650) 555-0123 x1"), Parse("+1 650 555 0123 ext 1"));

    [Fact]
    public void Printing_a_number_reveals_nothing() => Assert.DoesNotContain("555", $"{Parse("650-555-0123")}", StringComparison.Ordinal);

    private static PhoneNumber Parse(string text) =>
        PhoneNumber.TryParse(text, out var number, out var problem) ? number : throw new ArgumentException(problem.ToString());

    private static ContactProblem ProblemOf(string text)
    {
        _ = PhoneNumber.TryParse(text, out _, out var problem);
        return problem;
    }
}
