using System.Net;
using LeadFunctions.Local;

namespace LeadFunctions.Tests.Hosting;

/// <summary>One host for all the tests of a class: they only ask it things.</summary>
public sealed class HttpProbeHost : IAsyncLifetime
{
    internal LogLines Log { get; } = new();

    internal HttpClient Client { get; private set; } = null!;

    private LocalHost host = null!;

    public async Task InitializeAsync()
    {
        host = await ProbeHost.StartAsync(ProbeHost.Of(typeof(HttpProbes), Log));
        Client = host.Client();
    }

    public async Task DisposeAsync()
    {
        Client.Dispose();
        await host.DisposeAsync();
    }
}

public sealed class HttpFunctionTests(HttpProbeHost probe) : IClassFixture<HttpProbeHost>
{
    [Theory]
    [InlineData("result", (HttpStatusCode)418, "teapot")]
    [InlineData("later", HttpStatusCode.OK, "{\"name\":\"Ada\",\"age\":36}")]
    [InlineData("value-task", HttpStatusCode.OK, "value task")]
    [InlineData("action", HttpStatusCode.Accepted, "an action")]
    [InlineData("object", HttpStatusCode.OK, "{\"name\":\"Ada\",\"age\":36}")]
    [InlineData("written", HttpStatusCode.OK, "written")]
    [InlineData("nothing", HttpStatusCode.NoContent, "")]
    public async Task A_result_writes_itself(string route, HttpStatusCode status, string body)
    {
        using var answer = await probe.Client.GetAsync(new Uri($"api/answers/{route}", UriKind.Relative));

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(body, await answer.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("text")]
    [InlineData("poco")]
    public async Task Anything_else_that_a_function_returns_is_an_empty_200(string route)
    {
        using var answer = await probe.Client.GetAsync(new Uri($"api/answers/{route}", UriKind.Relative));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("at-once", "FailAtOnce")]
    [InlineData("later", "FailLater")]
    public async Task An_exception_is_an_empty_500_and_a_line_in_the_log(string route, string function)
    {
        using var answer = await probe.Client.GetAsync(new Uri($"api/failures/{route}", UriKind.Relative));

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsStringAsync());
        Assert.False(answer.Headers.Contains("X-Half-Done"));
        Assert.Contains(probe.Log.All, line => line.StartsWith("Error LeadFunctions.", StringComparison.Ordinal)
            && line.Contains($"Function {function} failed.", StringComparison.Ordinal)
            && line.Contains("a secret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_exception_after_half_of_the_answer_breaks_the_connection()
    {
        async Task ReadAsync() => await probe.Client.GetStringAsync(new Uri("api/failures/midway", UriKind.Relative));

        await Assert.ThrowsAsync<HttpRequestException>(ReadAsync);
    }

    [Theory]
    [InlineData("anonymous", null, HttpStatusCode.OK)]
    [InlineData("anonymous", "wrong", HttpStatusCode.OK)]
    [InlineData("verbs-only", null, HttpStatusCode.OK)]
    [InlineData("function", null, HttpStatusCode.Unauthorized)]
    [InlineData("function", "wrong", HttpStatusCode.Unauthorized)]
    [InlineData("function", "", HttpStatusCode.Unauthorized)]
    [InlineData("function", "local", HttpStatusCode.OK)]
    [InlineData("function", "local-master", HttpStatusCode.OK)]
    [InlineData("default", null, HttpStatusCode.Unauthorized)]
    [InlineData("default", "local", HttpStatusCode.OK)]
    [InlineData("user", "local", HttpStatusCode.Unauthorized)]
    [InlineData("user", "local-master", HttpStatusCode.OK)]
    [InlineData("system", "local", HttpStatusCode.Unauthorized)]
    [InlineData("system", "local-master", HttpStatusCode.OK)]
    [InlineData("admin", "local", HttpStatusCode.Unauthorized)]
    [InlineData("admin", "local-master", HttpStatusCode.OK)]
    public async Task A_level_asks_for_its_key_in_the_header_or_in_the_query(string level, string? key, HttpStatusCode status)
    {
        using var inHeader = new HttpRequestMessage(HttpMethod.Get, $"api/keys/{level}");
        if (key is not null)
        {
            inHeader.Headers.TryAddWithoutValidation("x-functions-key", key);
        }

        using var byHeader = await probe.Client.SendAsync(inHeader);
        using var byQuery = await probe.Client.GetAsync(new Uri($"api/keys/{level}{(key is null ? "" : $"?code={key}")}", UriKind.Relative));

        Assert.Equal((status, status), (byHeader.StatusCode, byQuery.StatusCode));
        Assert.Empty(await byHeader.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_wrong_key_in_the_header_is_not_saved_by_a_right_one_in_the_query()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "api/keys/function?code=local");
        request.Headers.Add("x-functions-key", "wrong");

        using var answer = await probe.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task Keys_can_be_chosen()
    {
        var options = ProbeHost.Of(typeof(HttpProbes)) with { FunctionKey = "mine", MasterKey = "boss" };
        await using var host = await ProbeHost.StartAsync(options);
        using var client = host.Client();

        var statuses = new List<HttpStatusCode>();
        foreach (var key in new[] { "local", "mine", "boss" })
        {
            using var answer = await client.GetAsync(new Uri($"api/keys/function?code={key}", UriKind.Relative));
            statuses.Add(answer.StatusCode);
        }

        Assert.Equal([HttpStatusCode.Unauthorized, HttpStatusCode.OK, HttpStatusCode.OK], statuses);
    }
}
