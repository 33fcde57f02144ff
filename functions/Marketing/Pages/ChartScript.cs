using System.Security.Cryptography;
using System.Text;
using LeadFunctions.Http;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace LeadFunctions.Marketing;

/// <summary>
/// The script that draws the tables of the page: Chart.js with its license and that of what it holds, and how we use it, in one file from our own host. Its address
/// carries a mark of its bytes, so that browsers may keep it for good.
/// </summary>
public sealed class ChartScript
{
    public const string Path = "/marketing/charts.js";

    private const string AYear = "public, max-age=31536000, immutable";

    private static readonly string[] Parts = ["chart.js.txt", "color.txt", "chart.umd.js", "figures.js"];

    private readonly byte[] script = Encoding.UTF8.GetBytes(Compose());

    public ChartScript()
    {
        var mark = Convert.ToHexStringLower(SHA256.HashData(script).AsSpan(0, 6));
        Element = new($"<script src=\"{Path}?v={mark}\" defer></script>");
    }

    /// <summary>The element that has the page load it.</summary>
    public MarkupString Element { get; }

    public IResult Answer => new Cacheable(script, "text/javascript; charset=utf-8", AYear);

    private static string Compose() =>
        $"""
        /*!
        {Read(Parts[0]).Trim()}

        {Read(Parts[1]).Trim()}
        */
        {Read(Parts[2])}
        {Read(Parts[3])}
        """;

    private static string Read(string part)
    {
        using var stream = typeof(ChartScript).Assembly.GetManifestResourceStream($"marketing/{part}")
            ?? throw new InvalidOperationException($"The charts' {part} is not in the assembly.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
