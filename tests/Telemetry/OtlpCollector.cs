using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace LeadFunctions.Tests.Telemetry;

/// <summary>A collector as far as a test needs one: takes OTLP over HTTP on the loopback address, and reads the spans out of the bytes that came.</summary>
internal sealed class OtlpCollector : IAsyncDisposable
{
    private readonly ConcurrentQueue<(string Path, byte[] Body)> posts = new();
    private WebApplication app = null!;

    public string Address { get; private set; } = "";

    /// <summary>The paths to which something was posted.</summary>
    public IReadOnlyCollection<string> Paths => [.. posts.Select(post => post.Path).Distinct()];

    /// <summary>All spans that came. The numbers are those of opentelemetry/proto/collector/trace/v1/trace_service.proto and trace/v1/trace.proto.</summary>
    public IReadOnlyList<OtlpSpan> Spans =>
    [
        .. posts.Where(post => post.Path == "/v1/traces")
            .SelectMany(post => new ProtobufMessage(post.Body).Messages(1))
            .SelectMany(resource => resource.Messages(2))
            .SelectMany(scope => scope.Messages(2))
            .Select(OtlpSpan.Of),
    ];

    public static async Task<OtlpCollector> StartAsync()
    {
        var collector = new OtlpCollector();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        collector.app = builder.Build();
        collector.app.MapPost("/{**path}", async (HttpRequest request) =>
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body);
            collector.posts.Enqueue((request.Path, body.ToArray()));
            return Results.Bytes([], "application/x-protobuf");
        });
        await collector.app.StartAsync();
        collector.Address = collector.app.Urls.Single();
        return collector;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}

/// <summary>A span, as it came over the wire; ids in hexadecimal digits.</summary>
internal sealed record OtlpSpan(string TraceId, string SpanId, string ParentId, string Name, IReadOnlyDictionary<string, string> Tags, IReadOnlyList<(string TraceId, string SpanId)> Links)
{
    public static OtlpSpan Of(ProtobufMessage span) => new(
        span.Hex(1),
        span.Hex(2),
        span.Hex(4),
        span.Text(5),
        span.Messages(9).ToDictionary(tag => tag.Text(1), tag => tag.Messages(2).Single().Text(1)),
        [.. span.Messages(13).Select(link => (link.Hex(1), link.Hex(2)))]);
}
