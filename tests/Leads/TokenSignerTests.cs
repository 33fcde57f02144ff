using System.Buffers.Text;
using LeadFunctions.Leads;
using LeadFunctions.Tests.Support;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace LeadFunctions.Tests.Leads;

public sealed class TokenSignerTests
{
    private static readonly byte[] Content = [1, 2, 3, 4, 5];

    private readonly FakeTimeProvider clock = new(ALead.Noon);

    [Fact]
    public void A_token_gives_back_what_was_signed()
    {
        var signer = Signer("first-key");

        Assert.Equal(Content, signer.Verify(TokenPurpose.Article, signer.Sign(TokenPurpose.Article, Content, TimeSpan.FromDays(1))));
    }

    [Fact]
    public void A_token_of_one_purpose_is_nothing_for_another()
    {
        var signer = Signer("first-key");

        foreach (var made in Enum.GetValues<TokenPurpose>())
        {
            foreach (var asked in Enum.GetValues<TokenPurpose>().Where(asked => asked != made))
            {
                Assert.Null(signer.Verify(asked, signer.Sign(made, Content, null)));
            }
        }
    }

    [Fact]
    public void A_token_with_any_one_bit_changed_is_nothing()
    {
        var signer = Signer("first-key");
        var bytes = Base64Url.DecodeFromChars(signer.Sign(TokenPurpose.Thanks, Content, TimeSpan.FromDays(1)));

        for (var bit = 0; bit < bytes.Length * 8; bit++)
        {
            var forged = bytes.ToArray();
            forged[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.Null(signer.Verify(TokenPurpose.Thanks, Base64Url.EncodeToString(forged)));
        }
    }

    [Fact]
    public void A_token_is_one_text_and_no_other_that_means_the_same_bytes()
    {
        var signer = Signer("first-key");
        var token = signer.Sign(TokenPurpose.Thanks, Content.AsSpan(0, 4), null);

        Assert.NotNull(signer.Verify(TokenPurpose.Thanks, token));
        foreach (var other in new[] { token + "=", token + "==", token + " ", " " + token, token[..^1] + (char)(token[^1] + 1) })
        {
            Assert.Null(signer.Verify(TokenPurpose.Thanks, other));
        }
    }

    [Fact]
    public void A_token_ends_with_its_lifetime()
    {
        var signer = Signer("first-key");
        var token = signer.Sign(TokenPurpose.Thanks, Content, TimeSpan.FromMinutes(10));

        clock.Advance(TimeSpan.FromMinutes(10));
        Assert.NotNull(signer.Verify(TokenPurpose.Thanks, token));
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(signer.Verify(TokenPurpose.Thanks, token));
    }

    [Fact]
    public void A_token_signed_with_an_older_key_holds_while_that_key_is_kept()
    {
        var token = Signer("old-key").Sign(TokenPurpose.Thanks, Content, null);

        Assert.NotNull(Signer("new-key", "old-key").Verify(TokenPurpose.Thanks, token));
        Assert.Null(Signer("new-key").Verify(TokenPurpose.Thanks, token));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("not a token")]
    [InlineData("%2e%2e%2f")]
    public void What_is_no_token_is_nothing(string? text) => Assert.Null(Signer("first-key").Verify(TokenPurpose.Thanks, text));

    [Fact]
    public void A_very_long_text_is_nothing() => Assert.Null(Signer("first-key").Verify(TokenPurpose.Thanks, new string('a', 100_000)));

    private TokenSigner Signer(params string[] keys)
    {
        var options = new LeadsOptions();
        foreach (var key in keys)
        {
            options.SigningKeys.Add(key);
        }

        return new(Options.Create(options), clock);
    }
}
