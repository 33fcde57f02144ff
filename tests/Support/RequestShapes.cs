using System.Text;
using System.Text.RegularExpressions;
using Azure.Core;
using Azure.Core.Pipeline;

namespace LeadFunctions.Tests.Support;

/// <summary>
/// Writes down what goes to storage without what tells one person from another: method, address, body and status, with every id, number and
/// address struck out. Two that look alike here cost storage the same.
/// </summary>
internal sealed partial class RequestShapes : HttpPipelineTransport
{
    private readonly HttpClientTransport real = new();
    private readonly List<string> shapes = [];

    /// <summary>What was asked since this was last called.</summary>
    public IReadOnlyList<string> Take()
    {
        lock (shapes)
        {
            var taken = shapes.ToList();
            shapes.Clear();
            return taken;
        }
    }

    public override Request CreateRequest() => real.CreateRequest();

    public override void Process(HttpMessage message) => throw new NotSupportedException();

    public override async ValueTask ProcessAsync(HttpMessage message)
    {
        using var body = new MemoryStream();
        if (message.Request.Content is { } content)
        {
            await content.WriteToAsync(body, message.CancellationToken);
        }

        await real.ProcessAsync(message);
        lock (shapes)
        {
            shapes.Add($"{message.Request.Method} {Strike(message.Request.Uri.ToString())} {message.Response.Status} {Strike(Encoding.UTF8.GetString(body.ToArray()))}");
        }
    }

    // Of what is sealed only the length tells anything.
    private static string Strike(string text) =>
        Particular().Replace(Sealed().Replace(text, column => $"\"Sealed\":\"{new string('-', column.Groups["text"].Length)}\""), "#");

    [GeneratedRegex("\"Sealed\":\"(?<text>[^\"]+)\"")]
    private static partial Regex Sealed();

    [GeneratedRegex(@"[\w.-]+@[\w.-]+|[0-9A-Fa-f]{2,}|[0-9]+")]
    private static partial Regex Particular();
}
