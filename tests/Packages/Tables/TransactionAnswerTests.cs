using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;

namespace LeadFunctions.Tests.Packages.Tables;

public sealed class TransactionAnswerTests
{
    private static readonly TableTransactionAction[] TwoAdds =
    [
        new(TableTransactionActionType.Add, new TableEntity("a00", "L~1")),
        new(TableTransactionActionType.Add, new TableEntity("a00", "L~2")),
    ];

    [Fact]
    public async Task Every_action_has_its_answer_with_the_new_version()
    {
        var service = new RecordingTransport(Answer.Transaction(
            "HTTP/1.1 204 No Content\r\nX-Content-Type-Options: nosniff\r\nETag: W/\"1\"\r\n\r\n",
            "HTTP/1.1 201 Created\r\nContent-Type: application/json\r\nETag: W/\"2\"\r\n\r\n{\"a\":1}"));

        var answers = await RecordedClients.Table(service).SubmitTransactionAsync(TwoAdds);

        Assert.Equal(202, answers.GetRawResponse().Status);
        Assert.Equal([204, 201], answers.Value.Select(answer => answer.Status));
        Assert.Equal([new ETag("W/\"1\""), new ETag("W/\"2\"")], answers.Value.Select(answer => answer.Headers.ETag));
        Assert.Equal("{\"a\":1}", answers.Value[1].Content.ToString());
        Assert.Equal("nosniff", answers.Value[0].Headers.First().Value);
    }

    [Fact]
    public async Task A_refusal_inside_the_answer_names_the_action_and_the_reason()
    {
        var exception = await RefusedAsync(
            "HTTP/1.1 409 Conflict\r\nContent-Type: application/json\r\n\r\n"
            + Answer.ErrorBody("EntityAlreadyExists", "1:The specified entity already exists.\\nRequestId:0"));

        Assert.Equal((409, "EntityAlreadyExists", 1), (exception.Status, exception.ErrorCode, exception.FailedTransactionActionIndex));
        Assert.Equal(TableErrorCode.EntityAlreadyExists.ToString(), exception.ErrorCode);
        Assert.StartsWith("1:The specified entity already exists.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_that_names_no_action_has_no_index()
    {
        var exception = await RefusedAsync(
            "HTTP/1.1 400 Bad Request\r\nContent-Type: application/json\r\n\r\n" + Answer.ErrorBody("InvalidInput", "Bad: no index"));

        Assert.Equal((400, "InvalidInput", null), (exception.Status, exception.ErrorCode, exception.FailedTransactionActionIndex));
    }

    [Fact]
    public async Task A_refusal_of_the_request_as_a_whole_is_not_that_of_an_action()
    {
        var service = new RecordingTransport(Answer.Error(413, "RequestBodyTooLarge"));

        var exception = await Assert.ThrowsAsync<RequestFailedException>(
            () => RecordedClients.Table(service).SubmitTransactionAsync(TwoAdds));

        Assert.Equal((413, "RequestBodyTooLarge"), (exception.Status, exception.ErrorCode));
    }

    [Fact]
    public async Task An_answer_that_is_cut_short_is_no_success()
    {
        var service = new RecordingTransport(new Answer(
            202, "--batchresponse_1\r\nContent-Type: multi", ("Content-Type", "multipart/mixed; boundary=batchresponse_1")));

        await Assert.ThrowsAsync<IOException>(() => RecordedClients.Table(service).SubmitTransactionAsync(TwoAdds));
    }

    private static Task<TableTransactionFailedException> RefusedAsync(string answer) =>
        Assert.ThrowsAsync<TableTransactionFailedException>(
            () => RecordedClients.Table(new RecordingTransport(Answer.Transaction(answer))).SubmitTransactionAsync(TwoAdds));
}
