namespace LeadFunctions.Clinic;

/// <summary>Reads the content directory once, part by part, and gathers all that is wrong with it. Any thread may ask for a part: it is read once.</summary>
internal sealed class ContentReading
{
    private readonly string directory;
    private readonly Dictionary<Type, Lazy<object>> parts;
    private readonly Lock reporting = new();
    private readonly List<ContentProblem> problems = [];

    /// <param name="directory">The content directory.</param>
    /// <param name="parts">How each part is read.</param>
    public ContentReading(string directory, IEnumerable<ContentPart> parts)
    {
        this.directory = directory;
        this.parts = parts.ToDictionary(part => part.Type, part => new Lazy<object>(() => part.Read(this)));
    }

    /// <summary>Whether nothing wrong has been found yet.</summary>
    public bool IsSoundSoFar
    {
        get
        {
            lock (reporting)
            {
                return problems.Count == 0;
            }
        }
    }

    /// <summary>Reads every part, but what somebody has asked for already.</summary>
    /// <exception cref="ContentException">Something is wrong; everything that is, is listed.</exception>
    public void ReadAll()
    {
        foreach (var part in parts.Values)
        {
            _ = part.Value;
        }

        if (problems.Count > 0)
        {
            throw new ContentException([.. problems.OrderBy(problem => problem.File, StringComparer.Ordinal).ThenBy(problem => problem.Line)]);
        }
    }

    /// <summary>A part; also for another one that is checked against it. Parts do not go in circles.</summary>
    public T Part<T>() => (T)parts[typeof(T)].Value;

    /// <summary>A check across files waits until the other file is right: a follow-on problem only hides the first one.</summary>
    /// <param name="file">A file of a part that this one has asked for: of another nobody knows yet.</param>
    public bool IsSound(string file)
    {
        lock (reporting)
        {
            return !problems.Exists(problem => problem.File == file);
        }
    }

    /// <summary>Reads a YAML file whose outermost node is a section.</summary>
    public T Yaml<T>(string file, Func<ContentSection, T> readSection)
    {
        var node = Text(file) is { } text ? new ContentParser(text, 0, Reporter(file)).Parse() : null;
        return ContentSection.Read(node, Reporter(file), readSection);
    }

    /// <summary>Reads a Markdown file that starts with YAML between two lines of three hyphens.</summary>
    /// <param name="file">The file, relative to the content directory.</param>
    /// <param name="readArticle">Gets the section, and the Markdown behind it without blank lines around it.</param>
    public T Markdown<T>(string file, Func<ContentSection, string, T> readArticle)
    {
        var frontMatter = Text(file) is { } text ? FrontMatter.Split(text) : null;

        if (frontMatter is null)
        {
            Report(file, 1, "expected to start with fields between two lines of three hyphens");
        }
        else if (frontMatter.Markdown.Length == 0)
        {
            Report(file, frontMatter.LastLine, "expected a text behind the fields");
        }

        // The fields start behind the first line of hyphens.
        var node = frontMatter is null ? null : new ContentParser(frontMatter.Yaml, 1, Reporter(file)).Parse();
        return ContentSection.Read(node, Reporter(file), section => readArticle(section, frontMatter?.Markdown ?? ""));
    }

    /// <summary>The files of a folder and the folders in it that end so, in an order that is the same on every machine.</summary>
    public IReadOnlyList<string> Files(string folder, string extension)
    {
        var path = Path.Combine(directory, folder);

        if (!Directory.Exists(path))
        {
            Report(folder, 1, "the folder is missing");
            return [];
        }

        return
        [
            .. Directory.EnumerateFiles(path, "*" + extension, SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(directory, file).Replace('\\', '/'))
                .Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>Reports what cannot be seen from inside of a section.</summary>
    public void Report(string file, int line, string message)
    {
        lock (reporting)
        {
            problems.Add(new(file, line, message));
        }
    }

    private string? Text(string file)
    {
        var path = Path.Combine(directory, file);

        if (File.Exists(path))
        {
            return File.ReadAllText(path);
        }

        Report(file, 1, "the file is missing");
        return null;
    }

    private Action<int, string> Reporter(string file) => (line, message) => Report(file, line, message);
}
