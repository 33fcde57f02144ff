namespace LeadFunctions.Tests.Support;

/// <summary>The clone that the tests run from.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    private static string Find(DirectoryInfo? folder) => folder switch
    {
        null => throw new InvalidOperationException("The tests run from a clone of the repository."),
        _ when File.Exists(Path.Combine(folder.FullName, "LeadFunctions.sln")) => folder.FullName,
        _ => Find(folder.Parent),
    };
}
