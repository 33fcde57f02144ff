using LeadFunctions.Leads;

namespace LeadFunctions.Tests.Leads;

public sealed class EmailAddressTests
{
    [Theory]
    [InlineData("ada@example.com", "ada@example.com")]
    [InlineData("  ada@example.com  ", "ada@example.com")]
    [InlineData("Ada.Lovelace+news@Example.COM", "Ada.Lovelace+news@example.com")]
    [InlineData("o'brien!#$%&*/=?^_`{|}~-@example.com", "o'brien!#$%&*/=?^_`{|}~-@example.com")]
    [InlineData("ada@bücher.example", "ada@xn--bcher-kva.example")]
    [InlineData("ada@Bu\u0308cher.example", "ada@xn--bcher-kva.example")]
    [InlineData("ada@例え。テスト", "ada@xn--r8jz45g.xn--zckzah")]
    [InlineData("ada@a.b.c.d.example", "ada@a.b.c.d.example")]
    [InlineData("jose\u0301@example.com", "jos\u00E9@example.com")]
    [InlineData("用户@example.com", "用户@example.com")]
    [InlineData("1@2.co", "1@2.co")]
    public void A_mailbox_is_written_the_way_it_is_sent_to(string typed, string expected)
    {
        Assert.True(EmailAddress.TryParse(typed, out var address, out var problem));

        Assert.Equal(expected, address.Value);
        Assert.Equal(ContactProblem.None, problem);
    }

    [Theory]
    [InlineData(null, ContactProblem.EmailMissing)]
    [InlineData("   ", ContactProblem.EmailMissing)]
    [InlineData("ada", ContactProblem.EmailMalformed)]
    [InlineData("@example.com", ContactProblem.EmailMalformed)]
    [InlineData("ada@", ContactProblem.EmailMalformed)]
    [InlineData(".ada@example.com", ContactProblem.EmailMalformed)]
    [InlineData("ada.@example.com", ContactProblem.EmailMalformed)]
    [InlineData("a..da@example.com", ContactProblem.EmailMalformed)]
    [InlineData("\"ada\"@example.com", ContactProblem.EmailMalformed)]
    [InlineData("<ada@example.com>", ContactProblem.EmailMalformed)]
    [InlineData("Ada<ada@example.com>", ContactProblem.EmailMalformed)]
    [InlineData("ada(comment)@example.com", ContactProblem.EmailMalformed)]
    [InlineData("ada@(comment)example.com", ContactProblem.EmailMalformed)]
    [InlineData("ada@example.com(comment)", ContactProblem.EmailMalformed)]
    [InlineData("a\\da@example.com", ContactProblem.EmailMalformed)]
    [InlineData("ada@bob@example.com", ContactProblem.EmailMalformed)]
    [InlineData("ada@localhost", ContactProblem.EmailHostMalformed)]
    [InlineData("ada@example.com.", ContactProblem.EmailHostMalformed)]
    [InlineData("ada@-example.com", ContactProblem.EmailHostMalformed)]
    [InlineData("ada@exa_mple.com", ContactProblem.EmailHostMalformed)]
    [InlineData("ada@127.0.0.1", ContactProblem.EmailHostMalformed)]
    [InlineData("ada@example..com", ContactProblem.EmailMalformed)]
    [InlineData("ada@.example.com", ContactProblem.EmailMalformed)]
    [InlineData("ada@[127.0.0.1]", ContactProblem.EmailHostMalformed)]
    [InlineData("ada@[IPv6:::1]", ContactProblem.EmailHostMalformed)]
    [InlineData("ada@example.com,bob@example.com", ContactProblem.EmailMoreThanOne)]
    [InlineData("ada@example.com;bob@example.com", ContactProblem.EmailMoreThanOne)]
    [InlineData("ada@example.com, bob@example.com", ContactProblem.EmailMoreThanOne)]
    [InlineData("ada@example.com bob@example.com", ContactProblem.EmailMoreThanOne)]
    [InlineData("Ada Lovelace <ada@example.com>", ContactProblem.EmailForbiddenCharacter)]
    [InlineData("a da@example.com", ContactProblem.EmailForbiddenCharacter)]
    [InlineData("ada@example.com\r\nBcc: x", ContactProblem.EmailForbiddenCharacter)]
    [InlineData("ada@example.com\n", ContactProblem.EmailForbiddenCharacter)]
    [InlineData("ada\0@example.com", ContactProblem.EmailForbiddenCharacter)]
    [InlineData("ada\u200B@example.com", ContactProblem.EmailForbiddenCharacter)]
    [InlineData("ada@exam\u202Eple.com", ContactProblem.EmailForbiddenCharacter)]
    public void What_is_no_single_bare_mailbox_is_refused_for_its_reason(string? typed, ContactProblem expected)
    {
        Assert.False(EmailAddress.TryParse(typed, out var address, out var problem));

        Assert.Equal(expected, problem);
        Assert.Null(address);
    }

    [Fact]
    public void An_unpaired_surrogate_is_refused() =>
        Assert.Equal(ContactProblem.EmailForbiddenCharacter, ProblemOf("ada\uD800@example.com"));

    [Theory]
    [InlineData(64, 100, ContactProblem.None)]
    [InlineData(65, 100, ContactProblem.EmailTooLong)]
    [InlineData(64, 254, ContactProblem.None)]
    [InlineData(64, 255, ContactProblem.EmailTooLong)]
    public void Length_is_limited_as_on_the_wire(int localLength, int length, ContactProblem expected) =>
        Assert.Equal(expected, ProblemOf($"{new string('a', localLength)}@{HostOf(length - localLength - 1)}"));

    [Fact]
    public void Letters_beyond_ASCII_count_as_the_octets_they_take() =>
        Assert.Equal(ContactProblem.EmailTooLong, ProblemOf($"{new string('é', 33)}@example.com"));

    [Fact]
    public void An_endless_address_is_refused_unread() =>
        Assert.Equal(ContactProblem.EmailTooLong, ProblemOf($"{new string('a', 1_000_000)}@example.com"));

    [Theory]
    [InlineData("Ada@example.com", "aDA@EXAMPLE.com", true)]
    [InlineData("ada@bücher.example", "ada@xn--bcher-kva.EXAMPLE", true)]
    [InlineData("ada+news@example.com", "ada@example.com", false)]
    [InlineData("a.da@example.com", "ada@example.com", false)]
    public void Case_does_not_tell_mailboxes_apart_but_dots_and_tags_do(string one, string other, bool expected)
    {
        var (first, second) = (Parse(one), Parse(other));

        Assert.Equal(expected, first == second);
        Assert.Equal(expected, first.GetHashCode() == second.GetHashCode());
    }

    [Theory]
    [InlineData("ada@example.com")]
    [InlineData("Ada@bücher.example")]
    [InlineData("jose\u0301@例え.テスト")]
    public void What_was_read_once_reads_the_same_again(string typed) =>
        Assert.Equal(Parse(typed).Value, Parse(Parse(typed).Value).Value);

    [Fact]
    public void Printing_an_address_reveals_nothing() => Assert.DoesNotContain("ada", $"{Parse("ada@example.com")}", StringComparison.Ordinal);

    private static EmailAddress Parse(string text) =>
        EmailAddress.TryParse(text, out var address, out var problem) ? address : throw new ArgumentException(problem.ToString());

    private static ContactProblem ProblemOf(string text)
    {
        _ = EmailAddress.TryParse(text, out _, out var problem);
        return problem;
    }

    private static string HostOf(int length)
    {
        var labels = string.Concat(Enumerable.Repeat("example.", length));
        return $"a{labels[..(length - 3)].TrimEnd('.')}".PadRight(length - 3, 'b')[..(length - 3)] + ".co";
    }
}
