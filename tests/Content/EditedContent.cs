using LeadFunctions.Articles;
using LeadFunctions.Capture;
using LeadFunctions.Clinic;
using LeadFunctions.Events;
using LeadFunctions.FollowUp;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace LeadFunctions.Tests.Content;

/// <summary>A copy of the sample content that a test may spoil.</summary>
internal sealed class EditedContent : IDisposable
{
    private static readonly string Sample = Path.Combine(AppContext.BaseDirectory, "content");

    private readonly DirectoryInfo directory = System.IO.Directory.CreateTempSubdirectory("content-");

    public EditedContent()
    {
        foreach (var file in System.IO.Directory.EnumerateFiles(Sample, "*", SearchOption.AllDirectories))
        {
            Write(Path.GetRelativePath(Sample, file), File.ReadAllText(file));
        }
    }

    public string Directory => directory.FullName;

    /// <summary>The services of everything that is read from the content of a directory; without one, the sample.</summary>
    public static ServiceProvider Services(string? directory = null)
        => new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder()
                .AddInMemoryCollection([new("Content:Directory", directory ?? Sample)])
                .Build())
            .AddClinic()
            .AddArticles()
            .AddSequences()
            .AddContent(CrisisReader.Read)
            .AddScanners()
            .BuildServiceProvider();

    public EditedContent Write(string file, string text)
    {
        var path = Path.Combine(directory.FullName, file);
        System.IO.Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return this;
    }

    /// <summary>Replaces a text that must be there.</summary>
    public EditedContent Replace(string file, string text, string replacement)
    {
        var before = File.ReadAllText(Path.Combine(directory.FullName, file));
        Assert.Contains(text, before, StringComparison.Ordinal);
        return Write(file, before.Replace(text, replacement, StringComparison.Ordinal));
    }

    public EditedContent Delete(string file)
    {
        File.Delete(Path.Combine(directory.FullName, file));
        return this;
    }

    /// <summary>What a start with this content says, one problem a line; nothing when all is well.</summary>
    public IReadOnlyList<string> Problems()
    {
        using var services = Services(directory.FullName);

        try
        {
            services.GetRequiredService<LeadFunctions.Clinic.Content>().CheckAsync().GetAwaiter().GetResult();
            return [];
        }
        catch (ContentException exception)
        {
            return [.. exception.Problems.Select(problem => problem.ToString())];
        }
    }

    public void Dispose() => directory.Delete(recursive: true);
}
