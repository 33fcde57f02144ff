using System.Text.Json.Nodes;
using LeadFunctions.Local;

namespace LeadFunctions.Benchmarks;

/// <summary>The local host as it is built, but for the keys in its settings.</summary>
internal sealed class HostWithoutKeys : IDisposable
{
    private HostWithoutKeys(string place) => Place = place;

    /// <summary>The directory that it lies in.</summary>
    public string Place { get; }

    public static HostWithoutKeys Make()
    {
        var built = Path.Combine(Repository.Root, HostProcess.Built);
        var copy = Directory.CreateTempSubdirectory("leadfunctions-bench-").FullName;
        foreach (var file in new DirectoryInfo(built).EnumerateFiles("*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(copy, Path.GetRelativePath(built, file.FullName));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            file.CopyTo(target);
        }

        var settings = Path.Combine(copy, Path.GetFileName(LocalSettings.SampleFile));
        var all = JsonNode.Parse(File.ReadAllText(settings))!;
        var values = all["Values"]!.AsObject();
        foreach (var key in values.Select(value => value.Key).Where(name => name.StartsWith("Encryption__Keys", StringComparison.Ordinal)).ToList())
        {
            values.Remove(key);
        }

        File.WriteAllText(settings, all.ToJsonString());
        return new(copy);
    }

    public void Dispose() => Directory.Delete(Place, recursive: true);
}
