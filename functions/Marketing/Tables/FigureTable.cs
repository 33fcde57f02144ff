namespace LeadFunctions.Marketing;

/// <summary>A table of figures: the page, its charts and its CSV files are made of these and of nothing else.</summary>
/// <param name="Id">Its place on the page, and the name of its CSV file.</param>
/// <param name="Title">What it shows, in the language that is spoken now.</param>
/// <param name="Columns">What stands in the cells of a row, in order.</param>
/// <param name="Rows">All rows; the page shows the first of many.</param>
public sealed record FigureTable(string Id, string Title, IReadOnlyList<FigureColumn> Columns, IReadOnlyList<FigureRow> Rows)
{
    /// <summary>What has to be known to read it; null for nothing.</summary>
    public string? Note { get; init; }

    /// <summary>What the rows are, as the head of the first column.</summary>
    public required FigureColumn Key { get; init; }

    /// <summary>How it is drawn; null for not at all.</summary>
    public FigureChart? Chart { get; init; }

    /// <summary>It is coloured by how much there is in a cell.</summary>
    public bool IsHeatMap { get; init; }
}

/// <param name="Name">In CSV files: the same in every language, and where it can be, as <c>/api/stats</c> calls it.</param>
/// <param name="Heading">In the language that is spoken now.</param>
/// <param name="Definition">The name of its definition.</param>
public sealed record FigureColumn(string Name, string Heading, string Definition);

/// <param name="Key">The same in every language.</param>
/// <param name="Label">As people read it.</param>
/// <param name="Values">One for each column.</param>
public sealed record FigureRow(string Key, string Label, IReadOnlyList<FigureValue> Values);

/// <param name="Kind">How the script of the page draws it.</param>
/// <param name="Columns">The places of the columns that are drawn, from 0.</param>
public sealed record FigureChart(FigureChartKind Kind, params IReadOnlyList<int> Columns);

public enum FigureChartKind
{
    /// <summary>Lines over time.</summary>
    Line,

    /// <summary>Bars from left to right, for names.</summary>
    Bar,

    /// <summary>Columns side by side, for steps of one scale.</summary>
    Column,
}
