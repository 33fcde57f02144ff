namespace LeadFunctions.Benchmarks;

/// <summary>The clone that this program was built in.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    private static string Find(DirectoryInfo? folder) => folder switch
    {
        null => throw new InvalidOperationException("Run ./bench from a clone of the repository."),
        _ when File.Exists(Path.Combine(folder.FullName, "LeadFunctions.sln")) => folder.FullName,
        _ => Find(folder.Parent),
    };
}
