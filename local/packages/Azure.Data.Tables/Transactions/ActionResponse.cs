using System.Diagnostics.CodeAnalysis;
using Azure.Core;

namespace Azure.Data.Tables.Transactions;

/// <summary>The answer to one action of a transaction. Its headers are looked at when they are asked for: mostly they are not.</summary>
internal sealed class ActionResponse(int status, string reasonPhrase, byte[] message, int bodyStart) : Response
{
    public override int Status => status;

    public override string ReasonPhrase => reasonPhrase;

    public override Stream? ContentStream { get; set; } = new MemoryStream(
        message, bodyStart, message.Length - bodyStart, writable: false, publiclyVisible: true);

    public override string ClientRequestId { get; set; } = string.Empty;

    public override void Dispose() => ContentStream?.Dispose();

    private List<HttpHeader> HeaderList => field ??= HeaderBlock.Parse(message.AsSpan(0, bodyStart));

    protected override bool ContainsHeader(string name) => HeaderBlock.Find(HeaderList, name) is not null;

    protected override IEnumerable<HttpHeader> EnumerateHeaders() => HeaderList;

    protected override bool TryGetHeader(string name, [NotNullWhen(true)] out string? value) =>
        (value = HeaderBlock.Find(HeaderList, name)) is not null;

    protected override bool TryGetHeaderValues(string name, [NotNullWhen(true)] out IEnumerable<string>? values)
    {
        values = HeaderBlock.Find(HeaderList, name) is { } value ? [value] : null;
        return values is not null;
    }
}
