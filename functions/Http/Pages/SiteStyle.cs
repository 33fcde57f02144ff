using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Components;

namespace LeadFunctions.Http;

/// <summary>
/// The one style sheet of all pages. It is part of each page, so that a page is one request and no host has to serve files; the
/// content security policy allows exactly these bytes (CSP Level 3, 2.3.1: hash-source) and no other style.
/// </summary>
public sealed class SiteStyle
{
    private const string Resource = "site.css";

    public SiteStyle()
    {
        using var stream = typeof(SiteStyle).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException("The style sheet is not in the assembly.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        Text = reader.ReadToEnd();
        Element = new($"<style>{Text}</style>");
        Source = $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Text)))}'";
    }

    /// <summary>The style sheet as it is written.</summary>
    public string Text { get; }

    /// <summary>The style element.</summary>
    public MarkupString Element { get; }

    /// <summary>What the policy says of it: <c>'sha256-…'</c>.</summary>
    public string Source { get; }
}
