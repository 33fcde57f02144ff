namespace LeadFunctions.Tests.Support;

/// <summary>An empty directory of one test's own, gone when the test is.</summary>
public sealed class TemporaryDirectory : IDisposable
{
    /// <summary>Has a space in it: so has many a developer's home.</summary>
    public string Path { get; } = Directory.CreateTempSubdirectory("lead functions ").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
