using System.Security.Cryptography;
using System.Text;
using LeadFunctions.Access;
using LeadFunctions.Leads;
using LeadFunctions.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace LeadFunctions.Tests.Access;

/// <summary>The keys that protect sessions: shared, sealed, rotated.</summary>
public sealed class SessionKeysTests
{
    private static readonly byte[] Content = "a session"u8.ToArray();

    private readonly InMemorySessionStore store = new();
    private readonly FakeTimeProvider clock = new(ALead.Noon);

    [Fact]
    public void What_one_instance_protects_every_other_reads()
    {
        using var one = Instance("first");
        var bytes = one.Protect(Content);
        using var other = Instance("first");

        Assert.Equal(Content, other.Unprotect(bytes));
    }

    [Fact]
    public async Task A_key_that_another_instance_made_since_is_found_by_looking_again()
    {
        using var one = Instance("first");
        one.Protect(Content);
        var stranger = new InMemorySessionStore();
        using var other = new SessionKeys(stranger, Options("first"), clock, NullLoggerFactory.Instance);
        var bytes = other.Protect(Content);
        await store.AddAsync("key-of-another", (await stranger.ReadAsync(default)).Single(), default);
        Assert.Null(one.Unprotect(bytes));

        clock.Advance(TimeSpan.FromSeconds(30));

        Assert.Equal(Content, one.Unprotect(bytes));
    }

    [Fact]
    public void Made_up_names_of_keys_do_not_make_us_ask_storage_each_time()
    {
        using var keys = Instance("first");
        var bytes = keys.Protect(Content);
        bytes[5] ^= 1;
        clock.Advance(TimeSpan.FromMinutes(1));
        keys.Unprotect(bytes);
        var before = store.Calls;

        for (var times = 0; times < 20; times++)
        {
            Assert.Null(keys.Unprotect(bytes));
        }

        Assert.Equal(before, store.Calls);
    }

    [Fact]
    public async Task A_stolen_table_opens_no_session()
    {
        using var keys = Instance("first");
        var bytes = keys.Protect(Content);

        var element = Assert.Single(await store.ReadAsync(default));
        using var thief = Instance("another");

        Assert.DoesNotContain("masterKey>", element, StringComparison.Ordinal);
        Assert.Contains("sealedKey", element, StringComparison.Ordinal);
        Assert.Null(thief.Unprotect(bytes));
    }

    [Fact]
    public void A_new_signing_key_ends_no_session_while_the_old_one_is_kept()
    {
        using var before = Instance("first");
        var bytes = before.Protect(Content);

        using var rotated = Instance("second", "first");
        using var after = Instance("second");

        Assert.Equal(Content, rotated.Unprotect(bytes));
        Assert.Null(after.Unprotect(bytes));
        Assert.Equal(Content, after.Unprotect(after.Protect(Content)));
    }

    [Fact]
    public void Nothing_is_asked_before_there_is_a_session()
    {
        using var keys = Instance("first");

        Assert.Equal(0, store.Calls);
    }

    [Fact]
    public void Storage_that_is_away_is_said_so()
    {
        store.IsAway = true;
        using var keys = Instance("first");

        Assert.Throws<LeadStoreUnavailableException>(() => keys.Protect(Content));
        Assert.Throws<LeadStoreUnavailableException>(() => keys.Unprotect([0x09, 0xF0, 0xC9, 0xF0, .. RandomNumberGenerator.GetBytes(16), .. Encoding.ASCII.GetBytes(new string('x', 64))]));
    }

    private SessionKeys Instance(params string[] signingKeys) => new(store, Options(signingKeys), clock, NullLoggerFactory.Instance);

    private static IOptions<LeadsOptions> Options(params string[] signingKeys)
    {
        var options = new LeadsOptions();
        foreach (var key in signingKeys)
        {
            options.SigningKeys.Add(key);
        }

        return Microsoft.Extensions.Options.Options.Create(options);
    }
}
