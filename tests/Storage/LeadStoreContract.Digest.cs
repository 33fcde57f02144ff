using LeadFunctions.Leads;
using LeadFunctions.Tests.Support;

namespace LeadFunctions.Tests.Storage;

/// <content>What staff are told of in the morning.</content>
public abstract partial class LeadStoreContract
{
    [Fact]
    public async Task A_lead_awaits_a_digest_until_one_has_held_it()
    {
        var lead = ALead.Captured();
        await Store.CaptureAsync(ALead.New(lead), default);
        Assert.Contains(lead.Handle, await ListAsync(Store.AwaitingDigestAsync(lead.Contact.Shard, default)));

        await Store.DigestedAsync([lead.Handle], default);
        await Store.DigestedAsync([lead.Handle], default);

        Assert.DoesNotContain(lead.Handle, await ListAsync(Store.AwaitingDigestAsync(lead.Contact.Shard, default)));
    }

    [Fact]
    public async Task The_digest_of_a_date_is_claimed_by_one_until_its_claim_ends_and_by_nobody_once_it_is_sent()
    {
        var date = new DateOnly(2026, 3, 2);

        Assert.True(await Store.TryClaimDigestAsync(date, Noon, Noon.AddMinutes(2), default));
        Assert.False(await Store.TryClaimDigestAsync(date, Noon.AddMinutes(1), Noon.AddMinutes(3), default));
        Assert.True(await Store.TryClaimDigestAsync(date, Noon.AddMinutes(2), Noon.AddMinutes(4), default));
        await Store.FinishDigestAsync(date, default);
        Assert.False(await Store.TryClaimDigestAsync(date, Noon.AddHours(9), Noon.AddHours(10), default));
        Assert.True(await Store.TryClaimDigestAsync(date.AddDays(1), Noon.AddHours(9), Noon.AddHours(10), default));
    }

    [Fact]
    public async Task What_a_digest_told_and_to_whom_is_kept_until_everybody_has_it()
    {
        var date = new DateOnly(2026, 3, 2);
        var lead = ALead.Captured();
        var letter = new SendKey(lead.Id, Track.Visitor, 2);
        await Store.TryClaimDigestAsync(date, Noon, Noon.AddMinutes(2), default);
        Assert.Null(await Store.FindDigestAsync(date, default));

        await Store.HoldDigestAsync(date, new([lead.Handle], [letter]) { Receivers = ["aa"] }, default);
        await Store.TryClaimDigestAsync(date, Noon.AddMinutes(2), Noon.AddMinutes(4), default);
        await Store.HoldDigestAsync(date, new([lead.Handle], [letter]) { Receivers = ["aa", "bb"] }, default);

        var hold = (await Store.FindDigestAsync(date, default))!;
        Assert.Equal(lead.Handle, Assert.Single(hold.Leads));
        Assert.Equal(letter, Assert.Single(hold.Letters));
        Assert.Equal(["aa", "bb"], hold.Receivers);
        Assert.Null(await Store.FindDigestAsync(date.AddDays(1), default));
        await Store.FinishDigestAsync(date, default);
        Assert.Null(await Store.FindDigestAsync(date, default));
    }
}
