namespace LeadFunctions.Tests.Hosting;

/// <summary>A folder of this test's own, gone with it.</summary>
internal sealed class TempFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("leadfunctions-").FullName;

    public string File(string name, string? content = null)
    {
        var file = System.IO.Path.Combine(Path, name);
        if (content is not null)
        {
            System.IO.File.WriteAllText(file, content);
        }

        return file;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
