using System.Net;

namespace LeadFunctions.Tests.Hosting;

public sealed class HttpRouteTests(HttpProbeHost probe) : IClassFixture<HttpProbeHost>
{
    [Theory]
    [InlineData("RouteByName", "by name")]
    [InlineData("routebyname", "by name")]
    [InlineData("ROUTES/NUMBER/42", "42")]
    [InlineData("routes/number/42/", "42")]
    [InlineData("routes/token/a%20b", "a b")]
    [InlineData("routes/guid/6f9619ff-8b86-d011-b42d-00c04fc964ff", "6f9619ff8b86d011b42d00c04fc964ff")]
    [InlineData("routes/optional", "none 20")]
    [InlineData("routes/optional/2", "2 20")]
    [InlineData("routes/optional/2/50", "2 50")]
    [InlineData("routes/rest", "none")]
    [InlineData("routes/rest/a/b/c.txt", "a/b/c.txt")]
    [InlineData("routes/regex/CA", "CA")]
    [InlineData("routes/query?limit=5&code=secret", "5 none")]
    public async Task A_template_is_matched_and_its_values_reach_the_parameters(string path, string seen) =>
        Assert.Equal(seen, await probe.Client.GetStringAsync(new Uri($"api/{path}", UriKind.Relative)));

    [Theory]
    [InlineData("GET", "api/unknown")]
    [InlineData("GET", "")]
    [InlineData("GET", "RouteByName")]
    [InlineData("GET", "api/routes/number/forty-two")]
    [InlineData("GET", "api/routes/token")]
    [InlineData("GET", "api/routes/regex/c1")]
    [InlineData("POST", "api/RouteByName")]
    [InlineData("HEAD", "api/RouteByName")]
    [InlineData("OPTIONS", "api/RouteByName")]
    [InlineData("GET", "local/clock/hands")]
    [InlineData("DELETE", "local/clock")]
    public async Task What_no_function_takes_is_an_empty_404(string verb, string path)
    {
        using var request = new HttpRequestMessage(new HttpMethod(verb), path);

        using var answer = await probe.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsStringAsync());
        Assert.Empty(answer.Content.Headers.Allow);
    }

    [Theory]
    [InlineData("api/routes/loose/forty-two")]
    [InlineData("api/routes/guid/not-a-guid")]
    [InlineData("api/routes/query")]
    public async Task A_value_that_does_not_fit_its_parameter_is_an_empty_500_and_stays_out_of_the_log(string path)
    {
        using var answer = await probe.Client.GetAsync(new Uri(path, UriKind.Relative));

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.DoesNotContain(probe.Log.All, line => line.Contains("forty-two", StringComparison.Ordinal) || line.Contains("not-a-guid", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("PATCH")]
    [InlineData("DELETE")]
    [InlineData("OPTIONS")]
    public async Task A_trigger_without_verbs_takes_all(string verb)
    {
        using var request = new HttpRequestMessage(new HttpMethod(verb), "api/routes/any");

        using var answer = await probe.Client.SendAsync(request);

        Assert.Equal(verb, await answer.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("GET", "api/routes/split", "read")]
    [InlineData("POST", "api/routes/split", "write")]
    [InlineData("PUT", "api/routes/split", "write")]
    [InlineData("DELETE", "api/routes/order/special", "deleted")]
    public async Task Functions_share_a_route_by_their_verbs(string verb, string path, string seen)
    {
        using var request = new HttpRequestMessage(new HttpMethod(verb), path);

        using var answer = await probe.Client.SendAsync(request);

        Assert.Equal(seen, await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Of_two_templates_that_fit_the_function_first_by_name_answers_as_under_the_Functions_host() =>
        Assert.Equal("parameter", await probe.Client.GetStringAsync(new Uri("api/routes/order/special", UriKind.Relative)));

    [Fact]
    public async Task A_request_address_is_never_logged()
    {
        await probe.Client.GetStringAsync(new Uri("api/routes/token/canary-4711", UriKind.Relative));

        Assert.DoesNotContain(probe.Log.All, line => line.Contains("canary-4711", StringComparison.Ordinal));
    }
}
