using LeadFunctions.Leads;
using LeadFunctions.Tests.Support;

namespace LeadFunctions.Tests.Storage;

/// <summary>What <see cref="ISessionStore"/> and <see cref="IKeyRingStore"/> promise; each keeper of the promises runs all of it.</summary>
public abstract class SessionStoreContract
{
    private static readonly DateTimeOffset Noon = ALead.Noon;

    private readonly ContactKey member = ALead.AContact();

    protected abstract ISessionStore Sessions { get; }

    protected abstract IKeyRingStore Keys { get; }

    /// <returns>How many used links are remembered.</returns>
    protected abstract Task<int> CountLinksAsync();

    [Fact]
    public async Task A_link_is_used_by_one_of_many_who_try_at_once()
    {
        var tries = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Sessions.TryUseLinkAsync("0a", Noon.AddMinutes(15), Noon, default)));

        Assert.Single(tries, isFirst => isFirst);
        Assert.False(await Sessions.TryUseLinkAsync("0a", Noon.AddMinutes(15), Noon, default));
        Assert.True(await Sessions.TryUseLinkAsync("0b", Noon.AddMinutes(15), Noon, default));
    }

    [Fact]
    public async Task Links_that_expired_are_forgotten_and_no_others()
    {
        await Sessions.TryUseLinkAsync("0a", Noon.AddMinutes(15), Noon, default);
        await Sessions.TryUseLinkAsync("0b", Noon.AddMinutes(25), Noon.AddMinutes(10), default);

        await Sessions.TryUseLinkAsync("0c", Noon.AddMinutes(35), Noon.AddMinutes(20), default);

        Assert.Equal(2, await CountLinksAsync());
        Assert.False(await Sessions.TryUseLinkAsync("0b", Noon.AddMinutes(25), Noon.AddMinutes(20), default));
    }

    [Fact]
    public async Task Nobodys_sessions_are_over_to_begin_with()
    {
        var ended = await Sessions.EndedAsync(member, default);

        Assert.False(ended.Holds("aa", Noon));
    }

    [Fact]
    public async Task An_ended_session_is_over_and_no_other_is()
    {
        await Sessions.EndAsync(member, "aa", Noon.AddHours(8), Noon, default);
        await Sessions.EndAsync(member, "aa", Noon.AddHours(8), Noon, default);

        var ended = await Sessions.EndedAsync(member, default);
        Assert.True(ended.Holds("aa", Noon));
        Assert.False(ended.Holds("bb", Noon));
        Assert.False((await Sessions.EndedAsync(ALead.AContact(), default)).Holds("aa", Noon));
    }

    [Fact]
    public async Task All_sessions_up_to_an_instant_are_over_and_later_ones_are_not()
    {
        await Sessions.EndAllAsync(member, Noon.AddHours(-1), default);
        await Sessions.EndAllAsync(member, Noon, default);

        var ended = await Sessions.EndedAsync(member, default);
        Assert.True(ended.Holds("aa", Noon));
        Assert.False(ended.Holds("aa", Noon.AddTicks(1)));
        Assert.False((await Sessions.EndedAsync(ALead.AContact(), default)).Holds("aa", Noon));
    }

    [Fact]
    public async Task What_would_be_over_by_itself_is_forgotten_but_not_the_end_of_all()
    {
        await Sessions.EndAllAsync(member, Noon, default);
        await Sessions.EndAsync(member, "aa", Noon.AddHours(1), Noon, default);

        await Sessions.EndAsync(member, "bb", Noon.AddHours(9), Noon.AddHours(2), default);

        var ended = await Sessions.EndedAsync(member, default);
        Assert.Equal((Noon, "bb"), (ended.UpTo, Assert.Single(ended.Sessions)));
    }

    [Fact]
    public async Task Keys_are_read_as_they_were_added()
    {
        await Keys.AddAsync("key-b", "<b/>", default);
        await Keys.AddAsync("key-a", "<old/>", default);
        await Keys.AddAsync("key-a", "<a/>", default);

        Assert.Equal(["<a/>", "<b/>"], await Keys.ReadAsync(default));
    }
}
