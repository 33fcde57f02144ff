using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using LeadFunctions.Leads;
using LeadFunctions.Tests.Support;

namespace LeadFunctions.Tests.Capture;

/// <summary>What visitors' browsers and the clinic's website may rely on, over real HTTP.</summary>
public sealed class CaptureContractTests : IAsyncLifetime
{
    private const string Appointments = "/api/appointments";
    private const string Calls = "/api/calls";
    private const string Good = """{ "name": "Robin Example", "email": "robin@example.com", "concerns": ["depression", "chronic-pain"] }""";

    private HostedApp app = null!;

    public async Task InitializeAsync() => app = await HostedApp.StartAsync(("Capture:PostsPerMinute", "1000"), ("Capture:LeadsPerHour", "1000"));

    public Task DisposeAsync() => app.DisposeAsync().AsTask();

    [Fact]
    public async Task An_appointment_is_answered_with_a_reference_and_articles_that_fit()
    {
        using var response = await PostJsonAsync(Appointments, Good);

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        var answer = await JsonAsync(response);
        Assert.Matches("^PAMB-[2-9A-HJ-NP-Z]{6}$", answer.GetProperty("reference").GetString());
        Assert.Equal("received", answer.GetProperty("status").GetString());
        Assert.NotEqual("", answer.GetProperty("message").GetString());
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("crisis").ValueKind);
        var first = answer.GetProperty("articles").EnumerateArray().First();
        Assert.Equal("depression-and-chronic-pain", first.GetProperty("slug").GetString());
        Assert.Equal(["slug", "title", "summary", "url", "minutes"], first.EnumerateObject().Select(property => property.Name));
        Assert.Equal(LeadKind.Appointment, Assert.Single(app.Leads.Leads).Kind);
    }

    [Fact]
    public async Task A_call_needs_a_phone_number_and_no_address()
    {
        using var response = await PostJsonAsync(Calls, """{ "name": "Robin Example", "phone": "650-555-0123" }""");

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        Assert.Equal("+16505550123", Assert.Single(app.Leads.Leads).Phone!.E164);
    }

    [Fact]
    public async Task Every_field_is_kept()
    {
        using var response = await PostJsonAsync(
            Appointments,
            """
            {
              "name": "  Zoë   Ó'Example ", "email": "Zoe.O@Bücher.example", "phone": "+44 20 7946 0958", "contactBy": "text",
              "concerns": ["ocd", "ketamine", "ocd"], "message": "First line\r\nsecond",
              "preferredTimes": [{ "day": "2026-12-01", "part": "morning" }, { "part": "evening" }, { "day": "monday" }],
              "visit": "telehealth", "consent": { "articles": true, "calls": false },
              "source": { "page": "https://mindbody.example.com/a", "article": "x", "campaign": "c", "medium": "m", "content": "n", "term": "t", "referrer": "r" },
              "submissionId": "0D1F7A3E-5C1B-4F0E-9A66-2F6C1F7F0A11", "formToken": "token"
            }
            """);

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        var lead = Assert.Single(app.Leads.Leads);
        Assert.Equal("Zoë Ó'Example", lead.Name.Value);
        Assert.Equal("Zoe.O@xn--bcher-kva.example", lead.Email!.Value);
        Assert.Equal("+442079460958", lead.Phone!.E164);
        Assert.Equal(ContactBy.Text, lead.ContactBy);
        Assert.Equal(["ocd", "ketamine"], lead.Concerns);
        Assert.Equal("First line\nsecond", lead.Message);
        Assert.Equal([new("2026-12-01", PartOfDay.Morning), new("any", PartOfDay.Evening), new("monday", PartOfDay.Any)], lead.PreferredTimes);
        Assert.Equal(Visit.Telehealth, lead.Visit);
        Assert.Equal((true, false, false), (lead.Consent.Articles, lead.Consent.Calls, lead.Consent.Texts));
        Assert.Equal(("c", "m", "n", "t", "r", "x"), (lead.Source.Campaign, lead.Source.Medium, lead.Source.Content, lead.Source.Term, lead.Source.Referrer, lead.Source.Article));
    }

    [Fact]
    public async Task A_plain_form_says_the_same_with_dots_and_repetition()
    {
        using var content = new FormUrlEncodedContent(
        [
            new("name", "Robin Example"), new("email", "robin@example.com"), new("concerns", "anxiety"), new("concerns", "sleep"),
            new("consent.articles", "on"), new("source.campaign", "spring"),
            new("preferredTimes.day", "monday"), new("preferredTimes.part", "morning"), new("preferredTimes.day", ""), new("preferredTimes.part", ""),
        ]);

        using var response = await app.Client.PostAsync(Appointments, content);

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        var lead = Assert.Single(app.Leads.Leads);
        Assert.Equal(["anxiety", "sleep"], lead.Concerns);
        Assert.True(lead.Consent.Articles);
        Assert.Equal("spring", lead.Source.Campaign);
        Assert.Equal([new("monday", PartOfDay.Morning)], lead.PreferredTimes);
    }

    [Fact]
    public async Task A_multipart_form_is_taken_as_well()
    {
        using var content = new MultipartFormDataContent { { new StringContent("Robin Example"), "name" }, { new StringContent("robin@example.com"), "email" } };

        using var response = await app.Client.PostAsync(Appointments, content);

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
    }

    [Fact]
    public async Task A_browser_is_sent_to_the_page_that_says_thanks()
    {
        using var response = await PostFormAsBrowserAsync(Appointments, ("name", "Robin Example"), ("email", "robin@example.com"));

        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        Assert.StartsWith("/thanks/", response.Headers.Location!.OriginalString, StringComparison.Ordinal);
        using var page = await app.Client.GetAsync(response.Headers.Location);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Contains(Assert.Single(app.Leads.Leads).Id.ToReference("PAMB"), await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_browser_gets_its_form_back_filled_and_with_messages()
    {
        using var response = await PostFormAsBrowserAsync(Appointments, ("name", "Robin Example"), ("email", "not an address"), ("message", "<b>words</b>"));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("text/html", response.Content.Headers.ContentType!.MediaType);
        var page = await response.Content.ReadAsStringAsync();
        Assert.Contains("Robin Example", page, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;words&lt;/b&gt;", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_submission_again_has_the_same_reference_and_status_200()
    {
        var json = WithId(Good, "0d1f7a3e-5c1b-4f0e-9a66-2f6c1f7f0a11");
        using var first = await PostJsonAsync(Appointments, json);

        using var again = await PostJsonAsync(Appointments, json);

        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.Equal((await JsonAsync(first)).ToString(), (await JsonAsync(again)).ToString());
        Assert.Single(app.Leads.Leads);
    }

    [Fact]
    public async Task Twenty_posts_of_one_submission_at_once_are_one_lead()
    {
        var json = WithId(Good, "0d1f7a3e-5c1b-4f0e-9a66-2f6c1f7f0a12");

        var responses = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => PostJsonAsync(Appointments, json)));

        Assert.Single(responses, response => response.StatusCode == HttpStatusCode.Created);
        Assert.Equal(19, responses.Count(response => response.StatusCode == HttpStatusCode.OK));
        Assert.Single((await Task.WhenAll(responses.Select(JsonAsync))).Select(answer => answer.GetProperty("reference").GetString()).Distinct());
        Assert.Single(app.Leads.Leads);
    }

    [Theory]
    [InlineData("""{ "name": "Robin Example", "email": "robin@example.com", "message": "other" }""")]
    [InlineData("""{ "name": "Robin Example", "email": "other@example.com" }""")]
    public async Task The_same_submission_with_another_content_is_a_conflict(string other)
    {
        const string Id = "0d1f7a3e-5c1b-4f0e-9a66-2f6c1f7f0a13";
        await PostJsonAsync(Appointments, WithId(Good, Id));

        using var response = await PostJsonAsync(Appointments, WithId(other, Id));

        await AssertProblemAsync(response, HttpStatusCode.Conflict);
        Assert.Single(app.Leads.Leads);
    }

    [Fact]
    public async Task The_header_idempotency_key_names_a_submission_as_well()
    {
        for (var times = 0; times < 2; times++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, Appointments) { Content = Json(Good), Headers = { { "Idempotency-Key", "my-key-1" } } };
            using var response = await app.Client.SendAsync(request);
            Assert.Equal(times == 0 ? HttpStatusCode.Created : HttpStatusCode.OK, response.StatusCode);
        }

        Assert.Single(app.Leads.Leads);
    }

    [Fact]
    public async Task A_person_who_said_stop_gets_the_answer_that_everybody_gets()
    {
        using var first = await PostJsonAsync(Appointments, Good);
        await app.Leads.SuppressAsync(app.Leads.Leads.Single().Contact, [new(SuppressionReason.Unsubscribed, ALead.Noon)], default);

        using var second = await PostJsonAsync(Appointments, Good);

        Assert.Equal(first.StatusCode, second.StatusCode);
        Assert.Equal(Without((await JsonAsync(first)).ToString()), Without((await JsonAsync(second)).ToString()));

        static string Without(string answer) => System.Text.RegularExpressions.Regex.Replace(answer, "PAMB-.{6}", "");
    }

    public static TheoryData<string, string, string> Malformed => new()
    {
        { Appointments, "body", "" },
        { Appointments, "body", "{" },
        { Appointments, "body", "[]" },
        { Appointments, "body", "null" },
        { Appointments, "body", "\"text\"" },
        { Appointments, "body", """{ "name": "Robin", } """ },
        { Appointments, "body", """{ "name": "Robin" } trailing""" },
        { Appointments, "body", """{ "source": { "page": [[[[[[[[1]]]]]]]] } }""" },
        { Appointments, "name", """{ "email": "robin@example.com" }""" },
        { Appointments, "name", """{ "name": "", "email": "robin@example.com" }""" },
        { Appointments, "name", """{ "name": 5, "email": "robin@example.com" }""" },
        { Appointments, "name", """{ "name": "Robin", "name": "Robin", "email": "robin@example.com" }""" },
        { Appointments, "name", """{ "name": "1234", "email": "robin@example.com" }""" },
        { Appointments, "name", """{ "name": "Ro\u202Ebin", "email": "robin@example.com" }""" },
        { Appointments, "name", """{ "name": "Ro\u200Bbin", "email": "robin@example.com" }""" },
        { Appointments, "name", """{ "name": "Ro\u0000bin", "email": "robin@example.com" }""" },
        { Appointments, "name", """{ "name": "Robin\r\nBcc: x@example.com", "email": "robin@example.com" }""" },
        { Appointments, "name", """{ "name": "\ud800", "email": "robin@example.com" }""" },
        { Appointments, "email", """{ "name": "Robin" }""" },
        { Appointments, "email", """{ "name": "Robin", "email": "robin" }""" },
        { Appointments, "email", """{ "name": "Robin", "email": "Robin <robin@example.com>" }""" },
        { Appointments, "email", """{ "name": "Robin", "email": "robin@example.com, other@example.com" }""" },
        { Appointments, "email", """{ "name": "Robin", "email": "robin@example.com\r\nBcc: other@example.com" }""" },
        { Appointments, "phone", """{ "name": "Robin", "email": "robin@example.com", "contactBy": "phone" }""" },
        { Appointments, "phone", """{ "name": "Robin", "email": "robin@example.com", "contactBy": "text" }""" },
        { Appointments, "phone", """{ "name": "Robin", "email": "robin@example.com", "phone": "123" }""" },
        { Appointments, "contactBy", """{ "name": "Robin", "email": "robin@example.com", "contactBy": "pigeon" }""" },
        { Appointments, "concerns", """{ "name": "Robin", "email": "robin@example.com", "concerns": ["unknown"] }""" },
        { Appointments, "concerns", """{ "name": "Robin", "email": "robin@example.com", "concerns": "depression" }""" },
        { Appointments, "concerns", """{ "name": "Robin", "email": "robin@example.com", "concerns": [null] }""" },
        { Appointments, "concerns", """{ "name": "Robin", "email": "robin@example.com", "concerns": ["a","b","c","d","e","f","g","h","i","j","k"] }""" },
        { Appointments, "preferredTimes", """{ "name": "Robin", "email": "robin@example.com", "preferredTimes": [{ "day": "someday" }] }""" },
        { Appointments, "preferredTimes", """{ "name": "Robin", "email": "robin@example.com", "preferredTimes": [{ "day": "2026-02-30" }] }""" },
        { Appointments, "preferredTimes", """{ "name": "Robin", "email": "robin@example.com", "preferredTimes": [{ "part": "night" }] }""" },
        { Appointments, "preferredTimes", """{ "name": "Robin", "email": "robin@example.com", "preferredTimes": ["monday"] }""" },
        { Appointments, "preferredTimes", """{ "name": "Robin", "email": "robin@example.com", "preferredTimes": [{"day":"any"},{"day":"any"},{"day":"any"},{"day":"any"},{"day":"any"},{"day":"any"}] }""" },
        { Appointments, "preferredTimes.hour", """{ "name": "Robin", "email": "robin@example.com", "preferredTimes": [{ "hour": "9" }] }""" },
        { Appointments, "visit", """{ "name": "Robin", "email": "robin@example.com", "visit": "moon" }""" },
        { Appointments, "consent", """{ "name": "Robin", "email": "robin@example.com", "consent": true }""" },
        { Appointments, "consent.articles", """{ "name": "Robin", "email": "robin@example.com", "consent": { "articles": "yes" } }""" },
        { Appointments, "consent.mail", """{ "name": "Robin", "email": "robin@example.com", "consent": { "mail": true } }""" },
        { Appointments, "source.page", """{ "name": "Robin", "email": "robin@example.com", "source": { "page": {} } }""" },
        { Appointments, "source.colour", """{ "name": "Robin", "email": "robin@example.com", "source": { "colour": "red" } }""" },
        { Appointments, "submissionId", """{ "name": "Robin", "email": "robin@example.com", "submissionId": "1" }""" },
        { Appointments, "consent.articles", """{ "name": "Robin", "email": "robin@example.com", "consent.articles": true }""" },
        { Appointments, "surname", """{ "name": "Robin", "email": "robin@example.com", "surname": "Example" }""" },
        { Appointments, "kind", """{ "name": "Robin", "email": "robin@example.com", "kind": "call" }""" },
        { Calls, "phone", """{ "name": "Robin" }""" },
        { Calls, "phone", """{ "name": "Robin", "email": "robin@example.com" }""" },
        { Calls, "email", """{ "name": "Robin", "phone": "650-555-0123", "contactBy": "email" }""" },
    };

    [Theory]
    [MemberData(nameof(Malformed))]
    public async Task What_is_malformed_is_named(string route, string field, string json)
    {
        using var response = await PostJsonAsync(route, json);

        var problem = await AssertProblemAsync(response, HttpStatusCode.BadRequest);
        Assert.Equal([field], problem.GetProperty("errors").EnumerateObject().Select(error => error.Name));
        Assert.Empty(app.Leads.Leads);
    }

    [Theory]
    [InlineData("name", 100)]
    [InlineData("message", 2000)]
    public async Task A_text_may_be_as_long_as_it_may_and_no_longer(string field, int longest)
    {
        foreach (var (length, status) in new[] { (longest, HttpStatusCode.Created), (longest + 1, HttpStatusCode.BadRequest) })
        {
            var fields = new Dictionary<string, string> { ["name"] = "Robin", ["email"] = "robin@example.com", [field] = string.Concat(Enumerable.Repeat("é", length)) };
            using var response = await app.Client.PostAsJsonAsync(Appointments, fields);
            Assert.Equal(status, response.StatusCode);
        }
    }

    [Fact]
    public async Task Unknown_concerns_are_answered_with_the_known_ones()
    {
        using var response = await PostJsonAsync(Appointments, """{ "name": "Robin", "email": "robin@example.com", "concerns": ["gout"] }""");

        var message = (await AssertProblemAsync(response, HttpStatusCode.BadRequest)).GetProperty("errors").GetProperty("concerns")[0].GetString();
        Assert.Contains("treatment-resistant-depression", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bytes_that_are_not_text_are_malformed()
    {
        using var content = new ByteArrayContent([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]) { Headers = { { "Content-Type", "application/json" } } };

        using var response = await app.Client.PostAsync(Appointments, content);

        await AssertProblemAsync(response, HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("application/json", false)]
    [InlineData("application/json", true)]
    [InlineData("application/x-www-form-urlencoded", false)]
    [InlineData("application/x-www-form-urlencoded", true)]
    public async Task More_than_16_KiB_is_too_large(string type, bool chunked)
    {
        using var content = new ByteArrayContent(Encoding.ASCII.GetBytes("{\"message\":\"" + new string('a', 16 * 1024) + "\"}")) { Headers = { { "Content-Type", type } } };
        using var request = new HttpRequestMessage(HttpMethod.Post, Appointments) { Content = content, Headers = { TransferEncodingChunked = chunked } };

        using var response = await app.Client.SendAsync(request);

        await AssertProblemAsync(response, HttpStatusCode.RequestEntityTooLarge);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/xml")]
    [InlineData(null)]
    public async Task Other_media_types_are_not_taken(string? type)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(Good));
        if (type is not null)
        {
            content.Headers.Add("Content-Type", type);
        }

        using var response = await app.Client.PostAsync(Appointments, content);

        await AssertProblemAsync(response, HttpStatusCode.UnsupportedMediaType);
    }

    [Theory]
    [InlineData("name=a&name=b&email=robin%40example.com", "name")]
    [InlineData("name=Robin&email=robin%40example.com&surname=x", "surname")]
    [InlineData("name=Robin&email=robin%40example.com&consent.articles=perhaps", "consent.articles")]
    public async Task A_malformed_form_is_named_as_well(string form, string field)
    {
        using var content = new StringContent(form, Encoding.UTF8, "application/x-www-form-urlencoded");

        using var response = await app.Client.PostAsync(Appointments, content);

        var problem = await AssertProblemAsync(response, HttpStatusCode.BadRequest);
        Assert.Equal([field], problem.GetProperty("errors").EnumerateObject().Select(error => error.Name));
    }

    [Fact]
    public async Task A_body_that_is_not_framed_as_its_headers_say_is_a_bad_request()
    {
        using var sender = await SendRawAsync("Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n");

        Assert.Contains(" 400 ", await StatusLineAsync(sender), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sender_who_hangs_up_in_the_middle_of_a_body_causes_no_server_error()
    {
        using var sender = await SendRawAsync("Content-Length: 100\r\n\r\n{}");
        sender.Socket.Shutdown(SocketShutdown.Send);

        Assert.DoesNotContain(" 500", await StatusLineAsync(sender), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded; charset=utf-7", "name=Robin")]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"name\"\r\nContent-Type: text/plain; charset=utf-7\r\n\r\nRobin\r\n--x--\r\n")]
    [InlineData("multipart/form-data; boundary=x", "garbage")]
    [InlineData("multipart/form-data", "garbage")]
    public async Task A_broken_multipart_body_is_malformed(string type, string body)
    {
        using var content = new ByteArrayContent(Encoding.ASCII.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", type);

        using var response = await app.Client.PostAsync(Appointments, content);

        await AssertProblemAsync(response, HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Storage_that_is_away_is_answered_with_the_clinics_number()
    {
        app.Leads.IsAway = true;

        using var response = await PostJsonAsync(Appointments, Good);

        var problem = await AssertProblemAsync(response, HttpStatusCode.ServiceUnavailable);
        Assert.Contains("(650) 555-0142", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_clinics_own_systems_name_the_kind_and_need_the_key()
    {
        const string Lead = """{ "kind": "call", "name": "Robin Example", "phone": "650-555-0123" }""";
        using var without = await PostJsonAsync("/api/leads", Lead);
        using var with = await PostJsonAsync("/api/leads?code=local", Lead);
        using var kindless = await PostJsonAsync("/api/leads?code=local", Good);

        Assert.Equal(HttpStatusCode.Unauthorized, without.StatusCode);
        Assert.Equal(HttpStatusCode.Created, with.StatusCode);
        Assert.True((await AssertProblemAsync(kindless, HttpStatusCode.BadRequest)).GetProperty("errors").TryGetProperty("kind", out _));
    }

    private async Task<NetworkStream> SendRawAsync(string rest)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPAddress.Loopback, app.Client.BaseAddress!.Port);
        var sender = new NetworkStream(socket, ownsSocket: true);
        await sender.WriteAsync(Encoding.ASCII.GetBytes($"POST {Appointments} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n{rest}"));
        return sender;
    }

    // Empty when the server hung up without an answer, as it does to whoever hung up first.
    private static async Task<string> StatusLineAsync(NetworkStream sender)
    {
        using var reader = new StreamReader(sender, leaveOpen: true);
        try
        {
            return await reader.ReadLineAsync() ?? "";
        }
        catch (IOException)
        {
            return "";
        }
    }

    private static string WithId(string json, string id) => json.TrimEnd()[..^1] + $", \"submissionId\": \"{id}\" }}";

    private static StringContent Json(string json) => new(json, Encoding.UTF8, "application/json");

    private async Task<HttpResponseMessage> PostJsonAsync(string route, string json)
    {
        using var content = Json(json);
        return await app.Client.PostAsync(route, content);
    }

    private async Task<HttpResponseMessage> PostFormAsBrowserAsync(string route, params (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, route)
        {
            Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))),
            Headers = { { "Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8" } },
        };
        return await app.Client.SendAsync(request);
    }

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage response) => await response.Content.ReadFromJsonAsync<JsonElement>();

    private static async Task<JsonElement> AssertProblemAsync(HttpResponseMessage response, HttpStatusCode status)
    {
        Assert.Equal(status, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        return await JsonAsync(response);
    }
}
