using System.Globalization;
using LeadFunctions.Articles;
using LeadFunctions.Clinic;

namespace LeadFunctions.FollowUp;

/// <summary>Reads <c>sequences/</c>.</summary>
internal sealed class SequenceReader(ContentReading reading)
{
    private const string Folder = "sequences";
    private const string Extension = ".yml";

    private readonly int available = reading.Part<ArticleCatalogue>().All.Count;

    // The article that a visitor came from is never sent.
    private int needed = 1;

    public static SequenceLibrary Read(ContentReading reading) => new SequenceReader(reading).ReadAll();

    private SequenceLibrary ReadAll()
    {
        var files = SequenceLibrary.Kinds.ToDictionary(kind => $"{Folder}/{kind}{Extension}", kind => kind);

        foreach (var file in reading.Files(Folder, Extension).Where(file => !files.ContainsKey(file)))
        {
            reading.Report(file, 1, $"there is no kind of lead of this name; known are {string.Join(", ", SequenceLibrary.Kinds)}");
        }

        return new(files.ToDictionary(file => file.Value, file => reading.Yaml(file.Key, Sequence)));
    }

    private Sequence Sequence(ContentSection section)
    {
        var steps = new List<SequenceStep>();
        section.Sections("steps", step => Step(step, steps));

        if (section.Has("steps") && steps.Count == 0)
        {
            section.Report("'steps': expected at least one", "steps");
        }

        var sequence = new Sequence(section.Text("name", 60), section.Number("version", 1, 10_000), steps);
        CheckArticles(section, sequence);
        return sequence;
    }

    private static SequenceStep Step(ContentSection section, List<SequenceStep> before)
    {
        var step = new SequenceStep(
            before.Count + 1,
            section.Value("after", default(TimeSpan), ContentValues.TryDuration, ContentValues.DurationExpected),
            section.Number("articles", 1, 5),
            section.Has("at") ? section.Value("at", default(TimeOnly), ContentValues.TryTime, ContentValues.TimeExpected) : null);

        // A day apart, so that nobody gets two on one date, whatever the time of day.
        if (step.After > TimeSpan.Zero && step.After < (before is [.., var last] ? last.After : TimeSpan.Zero) + TimeSpan.FromDays(1))
        {
            section.Report("'after': expected at least a day after the capture and after the step before", "after");
        }

        before.Add(step);
        return step;
    }

    /// <summary>One person may ask for a call and an appointment, and gets no article twice: all sequences together must not run dry.</summary>
    private void CheckArticles(ContentSection section, Sequence sequence)
    {
        var enough = needed <= available;
        needed += sequence.Articles;

        if (enough && needed > available)
        {
            section.Report(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"'steps': together with the sequences before, they need {needed} articles, the one a visitor came from included; there are {available}"),
                "steps");
        }
    }
}
