namespace LeadFunctions.Local;

/// <summary>The clone that this program was built in.</summary>
internal static class Repository
{
    /// <exception cref="InvalidOperationException">There is no clone above the program.</exception>
    public static string Root => Find() ?? throw new InvalidOperationException($"No LeadFunctions.sln above {AppContext.BaseDirectory}: run from a clone of the repository.");

    /// <returns>The clone's folder, or null when the program does not lie in one.</returns>
    public static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "LeadFunctions.sln")))
            {
                return folder.FullName;
            }
        }

        return null;
    }
}
