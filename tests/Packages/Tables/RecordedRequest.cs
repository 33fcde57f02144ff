using Azure.Core;

namespace LeadFunctions.Tests.Packages.Tables;

/// <summary>What a client put on the wire.</summary>
internal sealed record RecordedRequest(string Method, Uri Uri, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public string? this[string header] => Headers.GetValueOrDefault(header);

    public static async Task<RecordedRequest> OfAsync(Request request, CancellationToken cancellationToken)
    {
        var headers = request.Headers.ToDictionary(header => header.Name, header => header.Value, StringComparer.OrdinalIgnoreCase);
        using var body = new MemoryStream();
        if (request.Content is { } content)
        {
            await content.WriteToAsync(body, cancellationToken);
            Assert.True(content.TryComputeLength(out var length));
            Assert.Equal(length, body.Length);
        }

        return new(request.Method.Method, request.Uri.ToUri(), headers, System.Text.Encoding.UTF8.GetString(body.ToArray()));
    }
}
