namespace LeadFunctions.Marketing;

/// <summary>What the page of figures shows.</summary>
/// <param name="Range">For which dates.</param>
/// <param name="Today">The clinic's date.</param>
/// <param name="Problem">What is wrong with what was asked for; null when nothing is.</param>
/// <param name="Tables">The figures.</param>
public sealed record MarketingView(DateRange Range, DateOnly Today, string? Problem, IReadOnlyList<FigureTable> Tables)
{
    public const string Path = "/marketing";

    /// <summary>Where this page is opened anew.</summary>
    public string Address => $"{Path}?{Range.Query}";

    /// <summary>The page for other dates, in the language that is spoken now.</summary>
    public static string AddressOf(DateRange range) => $"{Path}?{range.Query}&{Languages.Language.Current.Query}";

    /// <summary>The file of a table.</summary>
    public string CsvOf(FigureTable table) => $"{Path}/tables/{table.Id}?{Range.Query}&{Languages.Language.Current.Query}";
}
