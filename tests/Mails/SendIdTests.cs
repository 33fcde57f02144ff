using LeadFunctions.Leads;
using LeadFunctions.Tests.Support;

namespace LeadFunctions.Tests.Mails;

public sealed class SendIdTests
{
    public static TheoryData<Track, int, int> Attempts => new() { { Track.Alert, 0, 1 }, { Track.Visitor, 0, 1 }, { Track.Visitor, 0, 2 }, { Track.Visitor, 12, 1 }, { Track.Visitor, 1, 21 } };

    [Theory]
    [MemberData(nameof(Attempts))]
    public void An_attempt_is_named_in_letters_and_digits_and_known_again_by_its_name(Track track, int step, int attempt)
    {
        var id = new SendId(new(LeadId.New(new Shard(13)), track, step), attempt);

        Assert.True(SendId.TryParse(id.ToString(), out var read));

        Assert.Equal(id, read);
        Assert.Matches("^[a-z0-9]{10,40}$", id.ToString());
    }

    [Fact]
    public void No_two_attempts_share_a_name()
    {
        var leads = new[] { LeadId.New(new Shard(1)), LeadId.New(new Shard(2)) };

        var names =
            from lead in leads
            from track in new[] { Track.Alert, Track.Visitor }
            from step in Enumerable.Range(0, 12)
            from attempt in Enumerable.Range(1, 12)
            select new SendId(new(lead, track, step), attempt).ToString();

        Assert.Distinct(names);
    }

    [Fact]
    public void The_next_claim_makes_the_attempt_after_those_that_may_have_arrived()
    {
        var work = ALead.Captured().FirstWork().First();

        Assert.Equal(1, SendId.Next(work).Attempt);
        Assert.Equal(3, SendId.Next(work with { Attempts = 2 }).Attempt);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("digest20261201")]
    [InlineData("a0d1f2e3d4dv2n0")]
    [InlineData("a0d1f2e3d4dv02n1")]
    [InlineData("a0c1f2e3d4dv2n1")]
    [InlineData("a0d1f2e3d4dv2n1 ")]
    [InlineData("a0dff2e3d4dv2n1")]
    public void A_name_that_we_did_not_write_is_nothing(string? text) => Assert.False(SendId.TryParse(text, out _));
}
