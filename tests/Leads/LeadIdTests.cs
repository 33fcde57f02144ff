using LeadFunctions.Leads;

namespace LeadFunctions.Tests.Leads;

public sealed class LeadIdTests
{
    [Fact]
    public void A_reference_carries_its_shard()
    {
        foreach (var shard in Shard.All)
        {
            var id = LeadId.New(shard);

            Assert.True(LeadId.TryParseReference(id.ToReference("PAMB"), out var read));
            Assert.Equal((id, shard), (read, read.Shard));
        }
    }

    [Fact]
    public void A_reference_is_short_and_can_be_read_aloud()
    {
        for (var times = 0; times < 2_000; times++)
        {
            Assert.Matches("^PAMB-[2-9A-HJ-NP-Z]{6}$", LeadId.New(new(times % Shard.Count)).ToReference("PAMB"));
        }
    }

    [Theory]
    [InlineData("PAMB-7K3F9Q")]
    [InlineData("pamb 7k3f9q")]
    [InlineData("7K3F9Q")]
    [InlineData("7K3-F9Q ")]
    public void A_reference_is_understood_as_people_type_it(string text)
    {
        Assert.True(LeadId.TryParseReference(text, out var id));
        Assert.Equal("PAMB-7K3F9Q", id.ToReference("PAMB"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("7K3F9")]
    [InlineData("7K3F90")]
    [InlineData("7K3F9I")]
    [InlineData("ÄÖÜÄÖÜ")]
    public void What_is_no_reference_is_refused(string? text) => Assert.False(LeadId.TryParseReference(text, out _));

    [Fact]
    public void An_id_reads_back_from_its_text()
    {
        var id = LeadId.New(new(15));

        Assert.Equal(id, LeadId.Parse(id.ToString()));
        Assert.Matches("^[0-9a-f]{8}$", id.ToString());
    }

    [Fact]
    public void References_of_one_shard_do_not_follow_one_another()
    {
        var ids = Enumerable.Range(0, 1_000).Select(_ => LeadId.New(new(3)).Value).ToList();

        Assert.InRange(ids.Distinct().Count(), 998, 1_000);
        Assert.InRange(ids.Average(value => (double)value), 0.45 * (1 << 30), 0.55 * (1 << 30));
    }
}
