using System.Reflection;
using System.Runtime.InteropServices;
using LeadFunctions.Articles;
using LeadFunctions.Leads;

namespace LeadFunctions.Health;

/// <summary>What runs here: the app, what it is built on, and its content.</summary>
public sealed class RunningVersions(ArticleCatalogue articles, ISequenceVersions sequences)
{
    /// <summary>The packages that tell how the app was built.</summary>
    private static readonly string[] Packages = ["Microsoft.Azure.Functions.Worker.Core", "Azure.Data.Tables", "SendGrid"];

    /// <summary>The app's version, with the commit where the build knew it.</summary>
    public static string App => VersionOf(typeof(RunningVersions).Assembly);

    public static string DotNet => RuntimeInformation.FrameworkDescription;

    /// <summary>Each with its version, as far as it is loaded.</summary>
    public static IReadOnlyList<string> Loaded =>
    [
        .. AppDomain.CurrentDomain.GetAssemblies()
            .Where(assembly => Packages.Contains(assembly.GetName().Name))
            .OrderBy(assembly => Array.IndexOf(Packages, assembly.GetName().Name))
            .Select(assembly => $"{assembly.GetName().Name} {VersionOf(assembly).Split('+')[0]}"),
    ];

    public IReadOnlyList<string> Sequences => sequences.Newest;

    public int Articles => articles.All.Count;

    private static string VersionOf(Assembly assembly) =>
        assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? assembly.GetName().Version?.ToString() ?? "";
}
