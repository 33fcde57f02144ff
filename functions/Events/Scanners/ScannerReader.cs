using System.Net;
using LeadFunctions.Clinic;
using LeadFunctions.Leads;

namespace LeadFunctions.Events;

/// <summary>Reads <c>scanners.yml</c>.</summary>
internal static class ScannerReader
{
    public const string File = "scanners.yml";

    private static readonly Dictionary<string, AgentClass> Classes = new()
    {
        ["scanner"] = AgentClass.Scanner,
        ["image-proxy"] = AgentClass.ImageProxy,
        ["privacy-proxy"] = AgentClass.PrivacyProxy,
    };

    public static ScannerCatalogue Read(ContentReading reading) => reading.Yaml(File, Read);

    private static ScannerCatalogue Read(ContentSection section) =>
        new(section.Sections("agents", Agent), section.Sections("networks", Network));

    private static AgentPattern Agent(ContentSection section)
    {
        // Where it was read is for people: a list that nobody can check is a list that nobody dares to change.
        section.Text("source");
        var isWhole = section.Has("is");
        return new(
            section.Text(isWhole ? "is" : "has", 200),
            isWhole,
            section.Value("class", AgentClass.Unknown, Classes.TryGetValue, $"one of {string.Join(", ", Classes.Keys)}"));
    }

    private static IPNetwork Network(ContentSection section)
    {
        section.Text("source");
        return section.Value("network", default(IPNetwork), IPNetwork.TryParse, "a network such as 192.0.2.0/24");
    }
}
