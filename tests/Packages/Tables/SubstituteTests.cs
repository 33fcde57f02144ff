using Azure;
using Azure.Data.Tables;
using NSubstitute;

namespace LeadFunctions.Tests.Packages.Tables;

public sealed class SubstituteTests
{
    [Fact]
    public async Task A_substitute_can_stand_in_for_the_clients()
    {
        using var accepted = new Answer(202);
        using var found = new Answer(200);
        var table = Substitute.For<TableClient>();
        var account = Substitute.For<TableServiceClient>();
        account.GetTableClient("leads").Returns(table);
        table.SubmitTransactionAsync(default!, default).ReturnsForAnyArgs(Response.FromValue<IReadOnlyList<Response>>([], accepted));
        table.QueryAsync<TableEntity>("step eq 1").Returns(AsyncPageable<TableEntity>.FromPages(
            [Page<TableEntity>.FromValues([new TableEntity("a00", "L~1")], continuationToken: null, found)]));

        var answers = await account.GetTableClient("leads").SubmitTransactionAsync([]);
        var rows = new List<string>();
        await foreach (var entity in table.QueryAsync<TableEntity>("step eq 1"))
        {
            rows.Add(entity.RowKey);
        }

        Assert.Empty(answers.Value);
        Assert.Equal(["L~1"], rows);
    }
}
