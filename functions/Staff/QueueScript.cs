using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Components;

namespace LeadFunctions.Staff;

/// <summary>
/// The script that keeps the queue fresh and gives it keys. It is part of the page, as the style sheet is, and the content security policy
/// allows exactly these bytes.
/// </summary>
public sealed class QueueScript
{
    public QueueScript()
    {
        using var stream = typeof(QueueScript).Assembly.GetManifestResourceStream("staff/queue.js")
            ?? throw new InvalidOperationException("The script of the queue is not in the assembly.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var text = reader.ReadToEnd();
        Element = new($"<script>{text}</script>");
        Source = $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}'";
    }

    /// <summary>The script element.</summary>
    public MarkupString Element { get; }

    /// <summary>What the policy says of it: <c>'sha256-…'</c>.</summary>
    public string Source { get; }
}
