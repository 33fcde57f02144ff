using System.Diagnostics;
using Azure;
using Azure.Data.Tables;

namespace LeadFunctions.Tests.Packages.Tables;

public sealed class FailureTests
{
    private static readonly TableEntity Lead = new("a00", "L~1") { ["text"] = "x" };

    [Fact]
    public async Task An_error_has_the_code_and_the_words_of_the_service()
    {
        var service = new RecordingTransport(Answer.Error(412, "UpdateConditionNotSatisfied", "The update condition was not satisfied."));

        var exception = await Assert.ThrowsAsync<RequestFailedException>(
            () => RecordedClients.Table(service).UpdateEntityAsync(Lead, new ETag("W/\"1\"")));

        Assert.Equal((412, "UpdateConditionNotSatisfied"), (exception.Status, exception.ErrorCode));
        Assert.StartsWith("The update condition was not satisfied.", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Busy")]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("<error/>")]
    public async Task An_error_that_is_not_the_services_has_its_status(string body)
    {
        var service = new RecordingTransport(new Answer(403, body));

        var exception = await Assert.ThrowsAsync<RequestFailedException>(() => RecordedClients.Table(service).AddEntityAsync(Lead));

        Assert.Equal((403, null), (exception.Status, exception.ErrorCode));
    }

    [Fact]
    public async Task An_answer_that_the_operation_does_not_know_is_an_error_that_keeps_its_content_to_itself()
    {
        var service = new RecordingTransport(new Answer(200, """{"name":"Ada"}"""));

        var exception = await Assert.ThrowsAsync<RequestFailedException>(() => RecordedClients.Table(service).AddEntityAsync(Lead));

        Assert.Equal(200, exception.Status);
        Assert.DoesNotContain("Ada", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_try_that_failed_in_passing_is_made_again_with_the_same_body_and_a_new_signature()
    {
        var service = new RecordingTransport(new Answer(503), new Answer(500), new Answer(204));
        var table = new TableClient(new Uri(RecordedClients.Account), "leads", RecordedClients.Key, RecordedClients.Options(service, retries: 3));

        await table.AddEntityAsync(Lead);

        Assert.Equal(3, service.Sent.Count);
        Assert.All(service.Sent, request => Assert.Equal("""{"PartitionKey":"a00","RowKey":"L~1","text":"x"}""", request.Body));
        Assert.All(service.Sent, request => Assert.StartsWith("SharedKeyLite clinic:", request["Authorization"], StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_refusal_is_not_tried_again()
    {
        var service = new RecordingTransport(Answer.Error(409, "EntityAlreadyExists"));
        var table = new TableClient(new Uri(RecordedClients.Account), "leads", RecordedClients.Key, RecordedClients.Options(service, retries: 3));

        await Assert.ThrowsAsync<RequestFailedException>(() => table.AddEntityAsync(Lead));

        Assert.Single(service.Sent);
    }

    [Fact]
    public async Task A_trace_has_the_operation_and_the_error_but_neither_filter_nor_signature()
    {
        var spans = new List<Activity>();
        using var listener = Listen(spans);
        var service = new RecordingTransport(Answer.Error(400, "InvalidInput"));
        var table = new TableClient(new Uri(RecordedClients.Account + "/leads"), new AzureSasCredential("sig=secret"), RecordedClients.Options(service));
        using var test = new Activity(nameof(FailureTests));
        test.Start();

        await Assert.ThrowsAsync<RequestFailedException>(async () => await table.QueryAsync<TableEntity>("name eq 'Ada'").GetAsyncEnumerator().MoveNextAsync());

        var own = spans.Where(span => span.TraceId == test.TraceId).ToList();
        Assert.Equal("InvalidInput", Assert.Single(own, span => span.OperationName == "TableClient.Query").GetTagItem("error.type"));
        var url = Assert.Single(own, span => span.Source.Name == "Azure.Core.Http").GetTagItem("url.full") as string;
        Assert.DoesNotContain("Ada", url, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", url, StringComparison.Ordinal);
    }

    private static ActivityListener Listen(List<Activity> spans)
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name.StartsWith("Azure.", StringComparison.Ordinal),
            Sample = (ref _) => ActivitySamplingResult.AllData,
            ActivityStopped = span =>
            {
                lock (spans)
                {
                    spans.Add(span);
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }
}
