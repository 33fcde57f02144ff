namespace LeadFunctions.Tests.Support;

/// <summary>For tests that need tables and do not mind to wait for each other; others take <see cref="AzuriteFixture"/> as a class fixture.</summary>
[CollectionDefinition(Name)]
public sealed class AzuriteCollection : ICollectionFixture<AzuriteFixture>
{
    public const string Name = "Azurite";
}
