using System.Text;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;

namespace LeadFunctions.Tests.Packages.Tables;

public sealed class GivenUpRequestTests
{
    [Fact]
    public async Task A_body_that_is_still_being_sent_is_not_overwritten_by_the_next_request()
    {
        using var socket = new SlowStream();
        var options = RecordedClients.Options(new GivingUpTransport(socket));
        var table = new TableClient(new Uri(RecordedClients.Account), "leads", RecordedClients.Key, options);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => table.AddEntityAsync(LeadOf("Ada")));

        for (var next = 0; next < 100; next++)
        {
            await RecordedClients.Table(new RecordingTransport()).AddEntityAsync(LeadOf("Bob"));
        }

        Assert.Equal("""{"PartitionKey":"a00","RowKey":"L~1","name":"Ada"}""", await socket.ReceiveAsync());
    }

    private static TableEntity LeadOf(string name) => new("a00", "L~1") { ["name"] = name };

    /// <summary>Starts to send, and leaves as a cancelled request does: without waiting for the socket.</summary>
    private sealed class GivingUpTransport(SlowStream socket) : HttpPipelineTransport
    {
        private static readonly HttpClientTransport Requests = new();

        public override Request CreateRequest() => Requests.CreateRequest();

        public override void Process(HttpMessage message) => throw new NotSupportedException();

        public override ValueTask ProcessAsync(HttpMessage message)
        {
            socket.Sending = message.Request.Content!.WriteToAsync(socket, CancellationToken.None);
            throw new OperationCanceledException();
        }
    }

    /// <summary>Takes its bytes only when the test wants to see them.</summary>
    private sealed class SlowStream : MemoryStream
    {
        private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Sending { get; set; } = Task.CompletedTask;

        public async Task<string> ReceiveAsync()
        {
            ready.SetResult();
            await Sending;
            return Encoding.UTF8.GetString(ToArray());
        }

        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await ready.Task;
            Write(buffer.Span);
        }

        public override async Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            await WriteAsync(buffer.AsMemory(offset, count), cancellationToken);
    }
}
