using System.Diagnostics.CodeAnalysis;
using LeadFunctions.Languages;

namespace LeadFunctions.Clinic;

/// <summary>Reads a text as a value; <see langword="false"/> when it is none.</summary>
internal delegate bool TryRead<T>(string text, [MaybeNullWhen(false)] out T value);

/// <summary>
/// The fields of one section of a content file. What is missing or wrong is reported, and a stand-in is returned so
/// that reading goes on and finds the rest; the load ends in <see cref="ContentException"/>, so nobody sees it.
/// </summary>
internal sealed class ContentSection
{
    private readonly ContentFields fields;
    private readonly HashSet<string> read = new(StringComparer.Ordinal);
    private readonly Action<int, string> report;

    private ContentSection(ContentFields fields, Action<int, string> report)
    {
        this.fields = fields;
        this.report = report;
    }

    /// <summary>The line on which the section starts.</summary>
    public int Line => fields.Line;

    /// <summary>The names of the fields, for sections whose fields are ids.</summary>
    public IEnumerable<string> Names => fields.Fields.Keys;

    /// <summary>
    /// Reads a node as a section and reports the fields that nobody asked for. Where there is no node, which has been reported,
    /// all fields are stand-ins and nothing more is reported.
    /// </summary>
    public static T Read<T>(ContentNode? node, Action<int, string> report, Func<ContentSection, T> read)
    {
        if (node is not ContentFields fields)
        {
            if (node is not null)
            {
                report(node.Line, "expected fields here ('name: value')");
            }

            return read(new(new(0, new Dictionary<string, ContentField>()), static (_, _) => { }));
        }

        var section = new ContentSection(fields, report);
        var value = read(section);
        section.ReportUnknown();
        return value;
    }

    /// <summary>Whether an optional field is there. Asking makes it a known one.</summary>
    public bool Has(string name)
    {
        read.Add(name);
        return fields.Fields.ContainsKey(name);
    }

    /// <summary>A text without blanks around it, at most <paramref name="longest"/> characters, or as a stand-in "".</summary>
    public string Text(string name, int longest = 200)
        => Value(name, "", (text, out value) => TryText(text, longest, out value), $"a text of 1 to {longest} characters");

    /// <summary>A text in each language, as fields <c>en</c> and <c>es</c>; neither may be missing.</summary>
    public LocalText LocalText(string name, int longest = 200)
        => Section(name, text => new LocalText(text.Text(Language.English.Code, longest), text.Text(Language.Spanish.Code, longest)));

    /// <summary>A text of a certain form.</summary>
    public string Text(string name, Func<string, bool> isRight, string expected)
        => Value(name, "", (text, out value) => TryForm(text, isRight, out value), expected);

    public int Number(string name, int from, int to)
        => Value(name, from, (text, out value) => ContentValues.TryNumber(text, from, to, out value), $"a whole number from {from} to {to}");

    /// <summary>Any value that a text can be read as; what was expected completes the sentence "expected …".</summary>
    public T Value<T>(string name, T standIn, TryRead<T> tryRead, string expected)
    {
        if (Find(name) is not { } field)
        {
            return standIn;
        }

        if (field.Node is ContentText text && tryRead(text.Value.Trim(), out var value))
        {
            return value;
        }

        report(field.Node.Line, $"'{name}': expected {expected}");
        return standIn;
    }

    /// <summary>A section inside of this one.</summary>
    public T Section<T>(string name, Func<ContentSection, T> readSection) => Read(Find(name)?.Node, report, readSection);

    /// <summary>A list of sections.</summary>
    public IReadOnlyList<T> Sections<T>(string name, Func<ContentSection, T> readSection)
        => [.. Series(name).Select(node => Read(node, report, readSection))];

    /// <summary>A list of texts.</summary>
    public IReadOnlyList<string> Texts(string name)
    {
        var texts = new List<string>();

        foreach (var node in Series(name))
        {
            if (node is ContentText { Value: var value } && !string.IsNullOrWhiteSpace(value))
            {
                texts.Add(value.Trim());
                continue;
            }

            report(node.Line, $"'{name}': expected a list of texts");
        }

        return texts;
    }

    /// <summary>A list of values, each of which a text can be read as; what was expected completes the sentence "expected …".</summary>
    public IReadOnlyList<T> Values<T>(string name, TryRead<T> tryRead, string expected)
    {
        var values = new List<T>();

        foreach (var node in Series(name))
        {
            if (node is ContentText text && tryRead(text.Value.Trim(), out var value))
            {
                values.Add(value);
                continue;
            }

            report(node.Line, $"'{name}': expected {expected}");
        }

        return values;
    }

    /// <summary>Reports what only the reader of the section can see, on the line of a field, or else of the section.</summary>
    public void Report(string message, string? name = null)
    {
        var field = name is null ? null : fields.Fields.GetValueOrDefault(name);
        report(field?.Line ?? Line, message);
    }

    private static bool TryText(string text, int longest, out string value)
    {
        value = text;
        return text.Length > 0 && text.Length <= longest;
    }

    private static bool TryForm(string text, Func<string, bool> isRight, out string value)
    {
        value = text;
        return isRight(text);
    }

    private IReadOnlyList<ContentNode> Series(string name)
    {
        if (Find(name) is not { } field)
        {
            return [];
        }

        if (field.Node is ContentSeries series)
        {
            return series.Nodes;
        }

        report(field.Node.Line, $"'{name}': expected a list");
        return [];
    }

    private ContentField? Find(string name)
    {
        read.Add(name);

        if (!fields.Fields.TryGetValue(name, out var field))
        {
            report(Line, $"'{name}' is missing");
        }

        return field;
    }

    private void ReportUnknown()
    {
        foreach (var (name, field) in fields.Fields)
        {
            if (!read.Contains(name))
            {
                report(field.Line, $"'{name}' is not a field that is known here; known are {string.Join(", ", read)}");
            }
        }
    }
}
