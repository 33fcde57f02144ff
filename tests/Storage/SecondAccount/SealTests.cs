using System.Text;
using LeadFunctions.Storage;
using LeadFunctions.Tests.Support;
using Microsoft.Extensions.Options;

namespace LeadFunctions.Tests.Storage;

public sealed class SealTests
{
    private static readonly string Old = SealingKeys.New("2026a");
    private static readonly string Newer = SealingKeys.New("2026b");

    private static readonly byte[] Plain = Encoding.UTF8.GetBytes("Robin Example, robin@example.com");

    [Fact]
    public void What_is_sealed_opens_in_its_own_place_and_in_no_other()
    {
        var seal = SealWith(Old);

        var text = seal.Close(Plain, "spill/a00/1");

        Assert.Equal(Plain, seal.Open(text, "spill/a00/1"));
        Assert.Throws<SealBrokenException>(() => seal.Open(text, "spill/a00/2"));
    }

    [Fact]
    public void Nothing_of_what_is_sealed_can_be_read_and_twice_the_same_looks_different()
    {
        var seal = SealWith(Old);

        var (first, second) = (seal.Close(Plain, "place"), seal.Close(Plain, "place"));

        Assert.DoesNotContain("Robin", Encoding.Latin1.GetString(first), StringComparison.Ordinal);
        Assert.NotEqual(first, second);
    }

    [Fact]
    public void No_bit_of_what_is_sealed_can_be_changed()
    {
        var seal = SealWith(Old);
        var text = seal.Close(Plain, "place");

        for (var bit = 0; bit < text.Length * 8; bit++)
        {
            var changed = (byte[])text.Clone();
            changed[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.Throws<SealBrokenException>(() => seal.Open(changed, "place"));
        }

        for (var length = 0; length < text.Length; length++)
        {
            Assert.Throws<SealBrokenException>(() => seal.Open(text.AsSpan(0, length), "place"));
        }
    }

    [Fact]
    public void The_newest_key_seals_and_an_older_one_opens_as_long_as_it_is_there()
    {
        var before = SealWith(Old).Close(Plain, "place");

        Assert.Equal(Plain, SealWith(Newer, Old).Open(before, "place"));
        var missing = Assert.Throws<SealBrokenException>(() => SealWith(Newer).Open(before, "place"));
        Assert.Contains("2026a", missing.Message, StringComparison.Ordinal);
        Assert.Equal(Plain, SealWith(Newer).Open(SealWith(Newer, Old).Close(Plain, "place"), "place"));
    }

    [Fact]
    public void A_key_is_not_taken_for_another_that_has_its_id()
    {
        var before = SealWith(Old).Close(Plain, "place");

        Assert.Throws<SealBrokenException>(() => SealWith(SealingKeys.New("2026a")).Open(before, "place"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("2026a")]
    [InlineData("2026a:")]
    [InlineData("2026a:c2hvcnQ=")]
    [InlineData("2026a:not base64")]
    [InlineData("UPPER:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    public void A_key_that_is_none_is_named_with_what_it_should_be(string key)
    {
        var problem = Assert.Single(KeyProblems(key).Failures!);

        Assert.StartsWith("Encryption__Keys__0 should be id:base64", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_second_account_needs_a_key_and_each_key_an_id_of_its_own()
    {
        Assert.StartsWith("Encryption__Keys__0 is missing", Assert.Single(Problems().Failures!), StringComparison.Ordinal);
        Assert.Contains("2026a", Assert.Single(KeyProblems(Old, SealingKeys.New("2026a")).Failures!), StringComparison.Ordinal);
        Assert.True(Problems(Newer, Old).Succeeded);
        Assert.True(KeyProblems(Newer, Old).Succeeded);
    }

    private static Seal SealWith(params string[] keys) => new(SealingKeys.Of(keys));

    private static ValidateOptionsResult KeyProblems(params string[] keys) => new SealingOptionsValidator().Validate(null, SealingKeys.Of(keys).Value);

    private static ValidateOptionsResult Problems(params string[] keys) => new SecondAccountOptionsValidator(SealingKeys.Of(keys))
        .Validate(null, new() { Storage = "UseDevelopmentStorage=true" });
}
