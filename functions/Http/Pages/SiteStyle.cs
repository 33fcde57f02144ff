using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Components;

namespace LeadFunctions.Http;

/// <summary>
/// The style sheet of all pages, and what pages for staff have besides. It is part of each page, so that a page is one request and no host
/// has to serve files; the content security policy allows exactly these bytes (CSP Level 3, 2.3.1: hash-source) and no other style.
/// </summary>
public sealed class SiteStyle
{
    public SiteStyle()
    {
        Text = Read("site.css");
        var staff = Read("staff.css");
        Element = ElementOf(Text);
        StaffElement = ElementOf(staff);
        var figures = Read("figures.css");
        FiguresElement = ElementOf(figures);
        Source = $"{SourceOf(Text)} {SourceOf(staff)} {SourceOf(figures)}";
    }

    /// <summary>The style sheet of all pages as it is written.</summary>
    public string Text { get; }

    /// <summary>The style element of all pages.</summary>
    public MarkupString Element { get; }

    /// <summary>The style element that follows it in pages for staff: visitors do without.</summary>
    public MarkupString StaffElement { get; }

    /// <summary>The style element that follows both in pages of figures.</summary>
    public MarkupString FiguresElement { get; }

    /// <summary>What the policy says of all: <c>'sha256-…' 'sha256-…' …</c>.</summary>
    public string Source { get; }

    private static MarkupString ElementOf(string sheet) => new($"<style>{sheet}</style>");

    private static string SourceOf(string sheet) => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(sheet)))}'";

    private static string Read(string resource)
    {
        using var stream = typeof(SiteStyle).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The style sheet {resource} is not in the assembly.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
