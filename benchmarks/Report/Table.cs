namespace LeadFunctions.Benchmarks;

/// <summary>Lays rows out for a terminal.</summary>
internal static class Table
{
    private static readonly Row Head = new("", "ours", "floor", "ratio", "goal", null);

    public static IEnumerable<string> Lines(IReadOnlyList<Row> rows)
    {
        var all = rows.Prepend(Head).ToList();
        var name = all.Max(row => row.Name.Length);
        return all.Select(row => $"{row.Name.PadRight(name)}  {row.Ours,8}  {row.Floor,8}  {row.Ratio,6}  {row.Goal,-12}  {Verdict(row)}".TrimEnd());
    }

    private static string Verdict(Row row) => row.Met switch
    {
        true => "met",
        false => "MISSED",
        null when row == Head => "met?",
        null => "",
    };
}
