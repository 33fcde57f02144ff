using LeadFunctions.Local;

namespace LeadFunctions.Tests.Capture;

/// <summary>What machines and people write, one message a line in the files beside this one.</summary>
internal static class Corpus
{
    public static IReadOnlyList<string> Bots { get; } = Read("bots.txt");

    public static IReadOnlyList<string> People { get; } = Read("people.txt");

    private static IReadOnlyList<string> Read(string file) =>
    [
        .. File.ReadLines(Path.Combine(Repository.Root, "tests", "Capture", "Spam", file))
            .Where(line => !line.StartsWith('#'))
            .Select(line => line.Replace("\\n", "\n", StringComparison.Ordinal)),
    ];
}
