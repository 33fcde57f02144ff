using System.IO.Compression;
using System.Text;
using System.Text.Json;
using LeadFunctions.Http;
using LeadFunctions.Languages;
using Microsoft.AspNetCore.Http;

namespace LeadFunctions.Capture;

/// <summary>
/// The script that puts a form into any page: its source files in one function of their own, after what they take from us (the style
/// sheet, and the words of the plain link in each language).
/// </summary>
public sealed class WidgetScript
{
    private const string ContentType = "text/javascript; charset=utf-8";

    // An hour, and a day more while a newer one is fetched: pages of others keep it, and a correction reaches them within the day.
    private const string CacheControl = "public, max-age=3600, stale-while-revalidate=86400";

    private static readonly string[] Parts = ["place.js", "form.js", "sending.js", "element.js", "start.js"];

    private readonly Cacheable plain;
    private readonly Cacheable zipped;

    public WidgetScript(SiteStyle style)
    {
        var script = Encoding.UTF8.GetBytes(Compose(WidgetStyle.Of(style.Text, Read("widget.css"))));
        plain = new(script, ContentType, CacheControl);
        zipped = new(Zip(script), ContentType, CacheControl);
    }

    /// <summary>The script, compressed for whoever takes that: nothing in front of the app does.</summary>
    public IResult For(HttpRequest request)
    {
        var headers = request.HttpContext.Response.Headers;
        headers.Vary = "Accept-Encoding";
        headers.XContentTypeOptions = "nosniff";
        headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        if (!request.GetTypedHeaders().AcceptEncoding.Any(coding => coding.Value == "gzip" && coding.Quality is not 0))
        {
            return plain;
        }

        headers.ContentEncoding = "gzip";
        return zipped;
    }

    private static string Compose(string style) =>
        $$"""
        (() => {
        'use strict';
        const script = document.currentScript;
        if (!script) return;
        const base = new URL(script.src).origin;
        const links = {{JsonSerializer.Serialize(Links(), CaptureJson.Default.DictionaryStringDictionaryStringString)}};
        const style = {{JsonSerializer.Serialize(style, CaptureJson.Default.String)}};

        {{string.Join('\n', Parts.Select(Read))}}
        })();

        """;

    private static Dictionary<string, Dictionary<string, string>> Links() => Language.All.ToDictionary(
        language => language.Code,
        language => new Dictionary<string, string>
        {
            ["appointment"] = WidgetText.ResourceManager.GetString(nameof(WidgetText.AppointmentTitle), language.Culture)!,
            ["call"] = WidgetText.ResourceManager.GetString(nameof(WidgetText.CallTitle), language.Culture)!,
        });

    private static string Read(string part)
    {
        using var stream = typeof(WidgetScript).Assembly.GetManifestResourceStream($"widget/{part}")
            ?? throw new InvalidOperationException($"The widget's {part} is not in the assembly.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    private static byte[] Zip(byte[] bytes)
    {
        using var target = new MemoryStream();
        using (var gzip = new GZipStream(target, CompressionLevel.SmallestSize))
        {
            gzip.Write(bytes);
        }

        return target.ToArray();
    }
}
