using LeadFunctions.Tests.Support;

namespace LeadFunctions.Tests.Azurite;

[Collection(AzuriteCollection.Name)]
public sealed class AzuriteFixtureTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Every_collection_of_a_run_shares_one_process()
    {
        var another = new AzuriteFixture();

        await another.InitializeAsync();

        Assert.Equal(azurite.ConnectionString, another.ConnectionString);
    }
}
