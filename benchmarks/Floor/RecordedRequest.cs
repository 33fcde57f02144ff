using System.Text;
using System.Text.RegularExpressions;
using Azure.Core;

namespace LeadFunctions.Benchmarks;

/// <summary>A request of the app to Table Storage, but for what belongs to one sending of it: date, signature, versions of rows.</summary>
internal sealed partial record RecordedRequest(string Method, Uri Address, IReadOnlyList<KeyValuePair<string, string>> Headers, byte[] Body)
{
    private static readonly HashSet<string> OfOneSending =
        new(["Authorization", "x-ms-date", "Content-Length", "Host"], StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether it reads a range of rows.</summary>
    public bool IsScan => Address.Query.Contains("filter=", StringComparison.Ordinal);

    public static async Task<RecordedRequest> OfAsync(Request request, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        await (request.Content?.WriteToAsync(body, cancellationToken) ?? Task.CompletedTask);
        return new(
            request.Method.Method,
            request.Uri.ToUri(),
            [.. request.Headers.Where(header => !OfOneSending.Contains(header.Name)).Select(header => KeyValuePair.Create(header.Name, header.Value))],
            body.ToArray());
    }

    /// <summary>The same for rows of any version: played again, rows have other versions than when it was recorded.</summary>
    public RecordedRequest ForAnyVersion() => this with { Body = Encoding.UTF8.GetBytes(Versions.Replace(Encoding.UTF8.GetString(Body), "If-Match: *")) };

    /// <summary>The partition that it is about.</summary>
    public string Partition => PartitionKey.Match(Uri.UnescapeDataString(Address.PathAndQuery) + Encoding.UTF8.GetString(Body)).Groups["key"].Value;

    [GeneratedRegex("""If-Match: W/"[^"\r]*["]""")]
    private static partial Regex Versions { get; }

    [GeneratedRegex("""PartitionKey(="?| eq |":")'?(?<key>[\w~]+)""")]
    private static partial Regex PartitionKey { get; }
}
