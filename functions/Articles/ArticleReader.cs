using LeadFunctions.Clinic;

namespace LeadFunctions.Articles;

/// <summary>Reads <c>articles/</c> and the folders in it.</summary>
internal sealed class ArticleReader(ContentReading reading)
{
    private const int LightestWeight = 1;
    private const int HeaviestWeight = 5;

    private readonly ClinicProfile clinic = reading.Part<ClinicProfile>();
    private readonly ConcernCatalogue concerns = reading.Part<ConcernCatalogue>();
    private readonly Dictionary<string, string> files = new(StringComparer.Ordinal);
    private readonly Dictionary<Uri, string> addresses = [];

    public static ArticleCatalogue Read(ContentReading reading) => new ArticleReader(reading).ReadAll();

    private ArticleCatalogue ReadAll()
    {
        var articles = new List<Article>();

        foreach (var file in reading.Files("articles", ".md"))
        {
            var slug = Path.GetFileNameWithoutExtension(file);

            if (!ContentValues.IsId(slug))
            {
                reading.Report(file, 1, $"the name of the file is the article's id: expected {ContentValues.IdExpected}");
            }

            if (!files.TryAdd(slug, file))
            {
                reading.Report(file, 1, $"there is another article '{slug}': {files[slug]}");
                continue;
            }

            articles.Add(reading.Markdown(file, (section, markdown) => Article(section, slug, file, markdown)));
        }

        return new(articles);
    }

    private Article Article(ContentSection section, string slug, string file, string markdown)
        => new(markdown)
        {
            Slug = slug,
            Title = section.LocalText("title", 120),
            Summary = section.LocalText("summary", 300),
            Url = Address(section, file),
            Minutes = section.Number("minutes", 1, 60),
            Published = section.Value("published", default(DateOnly), ContentValues.TryDate, ContentValues.DateExpected),
            ReviewedBy = section.Text("reviewedBy", 100),
            Weights = Weights(section),
        };

    private Uri Address(ContentSection section, string file)
    {
        var address = section.Value("url", clinic.Website, ContentValues.TryAddress, ContentValues.AddressExpected);

        if (reading.IsSound(ClinicReader.File) && address.Host != clinic.Website.Host)
        {
            section.Report($"'url': expected an address on the clinic's website, {clinic.Website.Host}", "url");
        }

        if (address != clinic.Website && !addresses.TryAdd(address, file))
        {
            section.Report($"'url': {addresses[address]} has the same address", "url");
        }

        return address;
    }

    private Dictionary<string, int> Weights(ContentSection section)
    {
        var weights = new Dictionary<string, int>(StringComparer.Ordinal);
        section.Section("concerns", fields => Add(fields, ConcernKind.Concern, weights));
        section.Section("treatments", fields => Add(fields, ConcernKind.Interest, weights));

        if (weights.Count == 0 && section.Has("concerns") && section.Has("treatments"))
        {
            section.Report("expected at least one concern or treatment: it would never be chosen");
        }

        return weights;
    }

    private Dictionary<string, int> Add(ContentSection fields, ConcernKind kind, Dictionary<string, int> weights)
    {
        foreach (var id in fields.Names)
        {
            weights[id] = fields.Number(id, LightestWeight, HeaviestWeight);

            if (reading.IsSound(ConcernReader.File) && !(concerns.TryFind(id, out var concern) && concern.Kind == kind))
            {
                fields.Report($"'{id}' is not {Named(kind)} in {ConcernReader.File}; known are {Known(kind)}", id);
            }
        }

        return weights;
    }

    private string Known(ConcernKind kind)
        => string.Join(", ", concerns.All.Where(concern => concern.Kind == kind).Select(concern => concern.Id));

    private static string Named(ConcernKind kind) => kind == ConcernKind.Concern ? "a concern" : "an interest";
}
