using System.Security.Cryptography;
using Azure.Data.Tables;
using LeadFunctions.Tests.Support;

namespace LeadFunctions.Tests.Packages.Tables;

/// <summary>A table of its own for each test.</summary>
[Collection(AzuriteCollection.Name)]
public abstract class OnAzurite(AzuriteFixture azurite) : IAsyncLifetime
{
    protected string ConnectionString => azurite.ConnectionString;

    protected TableClient Table { get; } = new(azurite.ConnectionString, "t" + RandomNumberGenerator.GetHexString(16, lowercase: true));

    public Task InitializeAsync() => Table.CreateAsync();

    public Task DisposeAsync() => Table.DeleteAsync();
}
