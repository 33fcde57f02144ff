using LeadFunctions.Leads;
using LeadFunctions.Tests.Support;

namespace LeadFunctions.Tests.Storage;

/// <content>Who is not to be written to.</content>
public abstract partial class LeadStoreContract
{
    [Fact]
    public async Task The_first_time_that_somebody_said_stop_is_kept()
    {
        var contact = ALead.AContact();

        await Store.SuppressAsync(contact, [new(SuppressionReason.Unsubscribed, Noon)], default);
        await Store.SuppressAsync(contact, [new(SuppressionReason.Unsubscribed, Noon.AddDays(1))], default);

        Assert.Equal(Noon, (await Store.FindContactAsync(contact, default))!.UnsubscribedAt);
    }

    [Fact]
    public async Task Each_reason_not_to_write_keeps_its_earliest_time_in_whatever_order_they_come()
    {
        var contact = ALead.AContact();
        Suppression[] told =
        [
            new(SuppressionReason.Complained, Noon.AddDays(3)),
            new(SuppressionReason.Bounced, Noon.AddDays(2)),
            new(SuppressionReason.Unsubscribed, Noon.AddDays(4)),
            new(SuppressionReason.Bounced, Noon.AddDays(1)),
        ];

        await Task.WhenAll(told.Select(suppression => Store.SuppressAsync(contact, [suppression], default)));
        await Store.SuppressAsync(contact, told, default);

        var found = (await Store.FindContactAsync(contact, default))!;
        Assert.Equal((Noon.AddDays(4), Noon.AddDays(1), Noon.AddDays(3)), (found.UnsubscribedAt, found.BouncedAt, found.ComplainedAt));
        Assert.True(found.IsSuppressed);
    }

    [Theory]
    [InlineData(SuppressionReason.Unsubscribed)]
    [InlineData(SuppressionReason.Bounced)]
    [InlineData(SuppressionReason.Complained)]
    public async Task A_suppression_said_again_changes_nothing(SuppressionReason reason)
    {
        var contact = ALead.AContact();
        await Store.SuppressAsync(contact, [new(reason, Noon)], default);
        var before = await Store.FindContactAsync(contact, default);

        await Store.SuppressAsync(contact, [new(reason, Noon), new(reason, Noon.AddDays(1))], default);

        Assert.Equal(before!.Version, (await Store.FindContactAsync(contact, default))!.Version);
    }
}
