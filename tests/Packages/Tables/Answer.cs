using System.Diagnostics.CodeAnalysis;
using System.Text;
using Azure;
using Azure.Core;

namespace LeadFunctions.Tests.Packages.Tables;

/// <summary>What the service says, made up by a test.</summary>
internal sealed class Answer : Response
{
    private readonly Dictionary<string, string> headers = new(StringComparer.OrdinalIgnoreCase);

    public Answer(int status, string body = "", params (string Name, string Value)[] headers)
    {
        Status = status;
        ContentStream = new MemoryStream(Encoding.UTF8.GetBytes(body));
        this.headers["Content-Type"] = "application/json";
        foreach (var (name, value) in headers)
        {
            this.headers[name] = value;
        }
    }

    public override int Status { get; }

    public override string ReasonPhrase => string.Empty;

    public override Stream? ContentStream { get; set; }

    public override string ClientRequestId { get; set; } = string.Empty;

    public static Answer Error(int status, string code, string message = "No.") => new(status, ErrorBody(code, message));

    public static string ErrorBody(string code, string message) =>
        $$$$"""{"odata.error":{"code":"{{{{code}}}}","message":{"lang":"en-US","value":"{{{{message}}}}"}}}""";

    /// <summary>The answer to a transaction, with one inner answer per part.</summary>
    public static Answer Transaction(params string[] parts)
    {
        var body = new StringBuilder("--batchresponse_1\r\nContent-Type: multipart/mixed; boundary=changesetresponse_2\r\n\r\n");
        foreach (var part in parts)
        {
            body.Append("--changesetresponse_2\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n")
                .Append(part)
                .Append("\r\n");
        }

        body.Append("--changesetresponse_2--\r\n--batchresponse_1--\r\n");
        return new(202, body.ToString(), ("Content-Type", "multipart/mixed; boundary=batchresponse_1"));
    }

    /// <summary>The pipeline buffers what it receives, so that an answer outlives its message.</summary>
    public override void Dispose()
    {
    }

    protected override bool ContainsHeader(string name) => headers.ContainsKey(name);

    protected override IEnumerable<HttpHeader> EnumerateHeaders() => headers.Select(header => new HttpHeader(header.Key, header.Value));

    protected override bool TryGetHeader(string name, [NotNullWhen(true)] out string? value) => headers.TryGetValue(name, out value);

    protected override bool TryGetHeaderValues(string name, [NotNullWhen(true)] out IEnumerable<string>? values)
    {
        values = headers.TryGetValue(name, out var value) ? [value] : null;
        return values is not null;
    }
}
