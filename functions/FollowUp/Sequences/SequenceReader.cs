using System.Globalization;
using LeadFunctions.Articles;
using LeadFunctions.Clinic;
using LeadFunctions.Leads;

namespace LeadFunctions.FollowUp;

/// <summary>Reads <c>sequences/</c>: a file for each version of each kind, so that a change is a new file and what people began with stays.</summary>
internal sealed class SequenceReader(ContentReading reading)
{
    private const string Folder = "sequences";
    private const string Extension = ".yml";
    private const string KindsExpected = "appointment or call";

    private static readonly string[] AlwaysEnds = ["booked", "closed"];

    private readonly StepReader steps = new(reading);
    private readonly int available = reading.Part<ArticleCatalogue>().All.Count;

    public static SequenceLibrary Read(ContentReading reading) => new SequenceReader(reading).ReadAll();

    private SequenceLibrary ReadAll()
    {
        var files = reading.Files(Folder, Extension).Select(file => reading.Yaml(file, section => Sequence(section, file))).ToList();
        var byKind = SequenceLibrary.Kinds.ToDictionary(kind => kind, kind => InOrder(kind, files));
        CheckArticles(byKind);
        return new(byKind.ToDictionary(kind => kind.Key, kind => (IReadOnlyList<Sequence>)[.. kind.Value.Select(read => read.Sequence)]));
    }

    private ReadSequence Sequence(ContentSection section, string file)
    {
        var kind = section.Text("kind", SequenceLibrary.Kinds.Contains, KindsExpected);
        var version = section.Number("version", 1, 10_000);
        var sequence = new Sequence(section.Text("name", 60), version, steps.ReadAll(section))
        {
            MostPerWeek = section.Has("mostPerWeek") ? section.Number("mostPerWeek", 1, 7) : 7,
            EndsAt = EndsAt(section),
            NewerRequest = section.Value("newerRequest", NewerRequest.Restart, TryNewerRequest, "restart or continue"),
        };

        if (kind.Length > 0 && file != FileOf(kind, version))
        {
            section.Report($"the file of this kind and version is {FileOf(kind, version)}");
        }

        return new(file, section, kind, sequence);
    }

    // Booked and closed are written out for whoever reads the file, and cannot be left out.
    private static IReadOnlyList<LeadStatus> EndsAt(ContentSection section)
    {
        var named = section.Texts("endsAt");
        if (section.Has("endsAt") && (AlwaysEnds.Except(named).Any() || named.Except([.. AlwaysEnds, "contacted"]).Any()))
        {
            section.Report("'endsAt': expected booked and closed, and contacted where it ends there too", "endsAt");
        }

        return named.Contains("contacted") ? [LeadStatus.Contacted] : [];
    }

    private static bool TryNewerRequest(string text, out NewerRequest value)
    {
        value = text == "continue" ? NewerRequest.Continue : NewerRequest.Restart;
        return text is "restart" or "continue";
    }

    /// <summary>The versions of a kind, from 1 on without a gap: one that is missing was taken away from somebody.</summary>
    private List<ReadSequence> InOrder(string kind, List<ReadSequence> files)
    {
        var versions = files.Where(read => read.Kind == kind).OrderBy(read => read.Sequence.Version).ToList();
        if (versions.Count == 0)
        {
            reading.Report(FileOf(kind, 1), 1, "the file is missing");
            return [new(FileOf(kind, 1), Section: null, kind, new("", 1, []))];
        }

        var missing = Enumerable.Range(1, versions[^1].Sequence.Version).Except(versions.Select(read => read.Sequence.Version)).Take(10);
        foreach (var version in versions.All(read => read.File == FileOf(kind, read.Sequence.Version)) ? missing : [])
        {
            reading.Report(FileOf(kind, version), 1, "the file is missing: leads may have begun with it, and a newer version is there");
        }

        return versions;
    }

    /// <summary>One person may ask for a call and an appointment, and gets no article twice: all sequences together must not run dry.</summary>
    private void CheckArticles(Dictionary<string, List<ReadSequence>> byKind)
    {
        // The article that a visitor came from is never sent.
        var needed = 1;
        foreach (var versions in byKind.Values)
        {
            var enough = needed <= available;
            var longest = versions.MaxBy(read => read.Sequence.Articles)!;
            needed += longest.Sequence.Articles;

            if (enough && needed > available)
            {
                longest.Section?.Report(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"'steps': together with the sequences before, they need {needed} articles, the one a visitor came from included; there are {available}"),
                    "steps");
            }
        }
    }

    private static string FileOf(string kind, int version) => string.Create(CultureInfo.InvariantCulture, $"{Folder}/{kind}-{version}{Extension}");

    private sealed record ReadSequence(string File, ContentSection? Section, string Kind, Sequence Sequence);
}
