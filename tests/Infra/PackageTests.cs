using System.IO.Compression;
using LeadFunctions.Local;
using LeadFunctions.Tests.Support;

namespace LeadFunctions.Tests.Infra;

/// <summary>What <c>./publish</c> lets through, and how it packs it. The real thing is published by CI: it takes a minute.</summary>
public sealed class PackageTests
{
    [Fact]
    public async Task A_folder_that_the_host_would_refuse_is_not_packed()
    {
        using var folder = new TemporaryDirectory();
        var app = Directory.CreateDirectory(Path.Combine(folder.Path, "app")).FullName;
        Write(app, "functions.metadata", """[{ "name": "Stranger", "bindings": [{ "type": "httpTrigger", "authLevel": "Anonymous", "methods": ["get"], "route": "stranger" }] }]""");
        Write(app, "LeadFunctions.deps.json", """{ "libraries": { "LeadFunctions/1.0.0": { "type": "project" }, "SendGrid/9.29.3": { "type": "project" }, "Markdig/1.0.0": { "type": "package" } } }""");
        Write(app, "local.settings.json", "{}");
        Write(app, "packages.nuget.lock.json", "{}");
        Write(app, "LeadFunctions.LocalHost.dll", "");
        File.Copy(typeof(LeadFunctionsApp).Assembly.Location, Path.Combine(app, "LeadFunctions.dll"));
        var zip = Path.Combine(folder.Path, "app.zip");

        var (exitCode, output) = await NodeProgram.RunAsync("local/publish/package.mjs", app, zip);

        Assert.Equal(1, exitCode);
        Assert.False(File.Exists(zip));
        Assert.Superset(
            new HashSet<string>
            {
                "host.json is missing.",
                "worker.config.json is missing.",
                ".azurefunctions/ is missing.",
                "local.settings.json has no business in the package.",
                "packages.nuget.lock.json has no business in the package.",
                "LeadFunctions.LocalHost.dll has no business in the package.",
                "content/clinic.yml is not that of functions/.",
                "functions.metadata lacks Health (Anonymous get /health).",
                "functions.metadata lacks Drain (%FollowUp:Schedule%).",
                "functions.metadata has Stranger (Anonymous get /stranger), which functions/ has not.",
                "SendGrid/9.29.3 was built from source, and is not the published package.",
                "LeadFunctions.dll is not compiled ahead of time (ReadyToRun).",
            },
            output.Split('\n', StringSplitOptions.RemoveEmptyEntries).ToHashSet());
        Assert.DoesNotContain("Markdig", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_files_give_the_same_bytes_whenever_they_were_built()
    {
        using var folder = new TemporaryDirectory();
        var one = await ZipAsync(folder.Path, "one", new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        var other = await ZipAsync(folder.Path, "other", new(2030, 12, 31, 0, 0, 0, DateTimeKind.Utc));

        Assert.Equal(await File.ReadAllBytesAsync(one), await File.ReadAllBytesAsync(other));
        using var archive = await ZipFile.OpenReadAsync(one);
        Assert.Equal(["a/second.txt", "b.txt", "ñ.txt"], archive.Entries.Select(entry => entry.FullName));
        using var reader = new StreamReader(await archive.Entries[0].OpenAsync());
        Assert.Equal("second", await reader.ReadToEndAsync());
    }

    [Fact]
    public void The_functions_that_the_check_reads_from_the_sources_are_those_of_the_app()
    {
        var declared = Directory.GetFiles(Path.Combine(Repository.Root, "functions"), "*Function.cs", SearchOption.AllDirectories);

        Assert.All(declared, file => Assert.Single(File.ReadAllText(file).Split("[Function(\"")[1..]));
    }

    private static async Task<string> ZipAsync(string folder, string name, DateTime built)
    {
        var app = Directory.CreateDirectory(Path.Combine(folder, name)).FullName;
        foreach (var file in name == "one" ? (string[])["b.txt", "ñ.txt", "a/second.txt"] : ["a/second.txt", "ñ.txt", "b.txt"])
        {
            Write(app, file, Path.GetFileNameWithoutExtension(file));
            File.SetLastWriteTimeUtc(Path.Combine(app, file), built);
        }

        var zip = Path.Combine(folder, name + ".zip");
        var script = """
            import { writeFileSync } from "node:fs";
            import { zip } from "./local/publish/zip.mjs";
            writeFileSync(process.argv[2], zip(process.argv[1]).bytes);
            """;
        Assert.Equal((0, ""), await NodeProgram.RunAsync("--input-type=module", "--eval", script, app, zip));
        return zip;
    }

    private static void Write(string folder, string name, string text)
    {
        var file = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }
}
