using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using AngleSharp.Dom;
using LeadFunctions.Languages;
using LeadFunctions.Tests.Pages;
using LeadFunctions.Tests.Support;

namespace LeadFunctions.Tests.Languages;

/// <summary>A visitor who reads Spanish, with and without a form. Over real HTTP.</summary>
public sealed class SpokenAnswersTests : IAsyncLifetime
{
    private HostedApp app = null!;
    private TestApp content = null!;

    public async Task InitializeAsync()
    {
        app = await HostedApp.StartAsync(("Capture:PostsPerMinute", "1000"), ("Capture:LeadsPerHour", "1000"));
        content = new();
    }

    public async Task DisposeAsync()
    {
        await app.DisposeAsync();
        await content.DisposeAsync();
    }

    [Fact]
    public async Task A_form_in_spanish_is_refused_thanked_for_and_confirmed_in_spanish()
    {
        var form = PageBench.Parse(await GetPageAsync("/appointment?lang=es&concern=sleep"));
        var action = form.QuerySelector("form")!.GetAttribute("action")!;

        await app.AdvanceAsync(TimeSpan.FromMinutes(1));
        using var refused = await PostFormAsync(action, PageBench.Sent(form));
        var again = PageBench.Parse(await refused.Content.ReadAsStringAsync());
        using var sent = await PostFormAsync(
            again.QuerySelector("form")!.GetAttribute("action")!,
            PageBench.Sent(again).Select(field => field.Name switch { "name" => field with { Value = "Alma Reyes" }, "email" => field with { Value = "alma@example.com" }, _ => field }));
        var thanks = PageBench.Parse(await GetPageAsync(sent.Headers.Location!.ToString()));
        await app.Get<LeadFunctions.FollowUp.DrainHandler>().HandleAsync(default);

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal(["Escriba su nombre.", "Escriba su correo electrónico."], again.QuerySelectorAll("[role=alert] a").Select(link => link.TextContent));
        Assert.StartsWith("Por favor, revise: Solicite una cita", again.Title, StringComparison.Ordinal);
        Assert.EndsWith("?lang=es", sent.Headers.Location.ToString(), StringComparison.Ordinal);
        Assert.Equal("Gracias. Recibimos su solicitud.", thanks.QuerySelector("h1")!.TextContent);
        Assert.Same(Language.Spanish, Assert.Single(app.Leads.Leads).Language);
        var mail = Assert.Single(app.Provider.Posted, mail => mail.To.Contains("alma@example.com"));
        Assert.StartsWith("Recibimos su solicitud (PAMB-", mail.Subject, StringComparison.Ordinal);
        Assert.StartsWith("Gracias. Recibimos su solicitud.", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(app.Provider.Posted, mail => mail.To.Contains("frontdesk@example.com") && !mail.Subject.StartsWith("New appointment request", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Changing_the_language_of_a_form_keeps_where_the_visitor_came_from()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/call?concern=sleep&concern=stress&article=a%26b%3Fc&utm_campaign=oto%C3%B1o&utm_source=letter", UriKind.Relative));
        request.Headers.Referrer = new("https://mindbody.example.com/articles/a?b=c");
        using var response = await app.Client.SendAsync(request);
        var english = PageBench.Parse(await response.Content.ReadAsStringAsync());

        var spanish = PageBench.Parse(await GetPageAsync(OtherLanguage(english)));
        var back = PageBench.Parse(await GetPageAsync(OtherLanguage(spanish)));

        Assert.Equal("es", spanish.DocumentElement.GetAttribute("lang"));
        Assert.Equal("en", back.DocumentElement.GetAttribute("lang"));
        Assert.Contains(("source.page", "https://mindbody.example.com/articles/a?b=c"), PageBench.Sent(english));
        Assert.All([spanish, back], page => Assert.Equal(
            PageBench.Sent(english).Where(field => field.Name is not ("submissionId" or "formToken")),
            PageBench.Sent(page).Where(field => field.Name is not ("submissionId" or "formToken"))));
    }

    [Fact]
    public async Task A_form_that_came_back_leads_to_a_page_and_not_to_where_it_was_posted()
    {
        using var refused = await PostFormAsync("/api/calls?lang=es", [("source.article", "x")]);
        var page = PageBench.Parse(await refused.Content.ReadAsStringAsync());

        Assert.Equal("/call?article=x&lang=en", OtherLanguage(page));
    }

    [Theory]
    [InlineData("application/json", "{")]
    [InlineData("application/json", "[]")]
    [InlineData("application/json", """{ "name": 1, "nombre": "x", "consent": [], "concerns": "sleep", "preferredTimes": [1] }""")]
    [InlineData("application/json", """{ "name": "1", "email": "x", "phone": "1", "concerns": ["x"], "message": "\u202e", "contactBy": "x", "visit": "x", "submissionId": "x" }""")]
    [InlineData("application/json", """{ "email": "a b@example.com", "phone": "+999 1234567890", "preferredTimes": [{ "day": "x", "part": "x" }], "consent": { "calls": 1 } }""")]
    [InlineData("application/x-www-form-urlencoded", "consent.calls=maybe&name=a&name=b&nombre=x&phone=1111111111")]
    [InlineData("text/plain", "Hola")]
    public async Task Everything_that_is_wrong_is_said_in_the_language_that_was_asked_for(string type, string body)
    {
        var (spanish, fields) = await ProblemAsync("es-MX,es;q=0.9,en;q=0.5", type, body);
        var (english, sameFields) = await ProblemAsync(null, type, body);

        Assert.DoesNotContain(AllWords.Pieces(content, Language.English), piece => spanish.Contains(piece, StringComparison.Ordinal));
        Assert.DoesNotContain(AllWords.Pieces(content, Language.Spanish), piece => english.Contains(piece, StringComparison.Ordinal));
        Assert.Equal(sameFields, fields);
        Assert.NotEqual(english, spanish);
    }

    [Fact]
    public async Task An_answer_in_json_speaks_the_language_that_was_asked_for()
    {
        using var response = await app.Client.PostAsync(new Uri("/api/calls?lang=es", UriKind.Relative), Json("""{ "name": "Alma Reyes", "phone": "650-555-0123", "concerns": ["sleep"] }"""));
        using var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync());

        Assert.StartsWith("Alguien de nuestra recepción le llamará antes de la", answer.RootElement.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal("received", answer.RootElement.GetProperty("status").GetString());
        Assert.Contains("(en inglés)", answer.RootElement.GetProperty("articles")[0].GetProperty("title").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/concerns", "Depresión", "Depression")]
    [InlineData("/api/articles?concern=depression&concern=chronic-pain", "La relación entre la depresión y el dolor crónico (en inglés)", "The Connection Between Depression and Chronic Pain")]
    public async Task The_catalogue_speaks_the_language_that_was_asked_for_and_caches_tell_them_apart(string path, string inSpanish, string inEnglish)
    {
        using var spanish = await CatalogueAsync(path, "es");
        using var english = await CatalogueAsync(path, null);
        using var named = await CatalogueAsync($"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}lang=es", "en");
        using var known = await CatalogueAsync(path, "es", spanish.Headers.ETag);
        using var other = await CatalogueAsync(path, "es", english.Headers.ETag);

        Assert.Contains(inSpanish, await TextAsync(spanish), StringComparison.Ordinal);
        Assert.Contains($"\"{inEnglish}\"", await TextAsync(english), StringComparison.Ordinal);
        Assert.Equal(await TextAsync(spanish), await TextAsync(named));
        Assert.All([spanish, english, named, known], response => Assert.Contains("Accept-Language", response.Headers.Vary));
        Assert.Equal(["es"], spanish.Content.Headers.ContentLanguage);
        Assert.Equal(["en"], english.Content.Headers.ContentLanguage);
        Assert.NotEqual(spanish.Headers.ETag, english.Headers.ETag);
        Assert.Equal((HttpStatusCode.NotModified, HttpStatusCode.OK), (known.StatusCode, other.StatusCode));
    }

    [Fact]
    public async Task One_click_of_a_mail_program_on_the_link_of_a_spanish_mail_stops_the_mails()
    {
        await app.Leads.CaptureAsync(ALead.New(ALead.Captured() with { Language = Language.Spanish }), default);
        await app.Get<LeadFunctions.FollowUp.DrainHandler>().HandleAsync(default);
        var mail = Assert.Single(app.Provider.Posted, mail => mail.To.Contains("robin@example.com"));
        var link = new Uri(mail.Headers["List-Unsubscribe"].Trim('<', '>')).PathAndQuery;

        using var asked = await app.Client.GetAsync(new Uri(link, UriKind.Relative));
        using var done = await app.Client.PostAsync(new Uri(link, UriKind.Relative), new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]));

        Assert.EndsWith("?lang=es", link, StringComparison.Ordinal);
        Assert.Equal("¿Dejar de recibir nuestros correos?", PageBench.Parse(await asked.Content.ReadAsStringAsync()).QuerySelector("h1")!.TextContent);
        Assert.Equal(HttpStatusCode.OK, done.StatusCode);
        Assert.Equal("Listo. No volveremos a escribirle.", PageBench.Parse(await done.Content.ReadAsStringAsync()).QuerySelector("h1")!.TextContent);
        var contact = Assert.Single(app.Leads.Leads).Contact;
        Assert.True((await app.Leads.FindContactAsync(contact, default))!.IsSuppressed);
    }

    private static string OtherLanguage(IDocument page) => page.QuerySelector("header a[hreflang]")!.GetAttribute("href")!;

    private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");

    private static async Task<string> TextAsync(HttpResponseMessage response) =>
        JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.ToString() is var text ? System.Text.RegularExpressions.Regex.Unescape(text) : "";

    private async Task<string> GetPageAsync(string path)
    {
        using var response = await app.Client.GetAsync(new Uri(path, UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadAsStringAsync();
    }

    private async Task<HttpResponseMessage> PostFormAsync(string path, IEnumerable<(string Name, string Value)> fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative))
        {
            Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))),
        };
        request.Headers.Accept.ParseAdd("text/html");
        return await app.Client.SendAsync(request);
    }

    private async Task<(string Text, IReadOnlyList<string> Fields)> ProblemAsync(string? accepted, string type, string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/api/appointments", UriKind.Relative)) { Content = new StringContent(body, new MediaTypeHeaderValue(type)) };
        request.Headers.AcceptLanguage.ParseAdd(accepted ?? "");
        using var response = await app.Client.SendAsync(request);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        using var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        var texts = new List<string> { problem.RootElement.GetProperty("title").GetString()! };
        var names = problem.RootElement.EnumerateObject().Select(property => property.Name).ToList();
        if (problem.RootElement.TryGetProperty("detail", out var detail))
        {
            texts.Add(detail.GetString()!);
        }

        if (problem.RootElement.TryGetProperty("errors", out var errors))
        {
            names.AddRange(errors.EnumerateObject().Select(field => field.Name));
            texts.AddRange(errors.EnumerateObject().SelectMany(field => field.Value.EnumerateArray()).Select(text => text.GetString()!));
        }

        return (string.Join('\n', texts), names);
    }

    private async Task<HttpResponseMessage> CatalogueAsync(string path, string? accepted, EntityTagHeaderValue? known = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        request.Headers.AcceptLanguage.ParseAdd(accepted ?? "");
        if (known is not null)
        {
            request.Headers.IfNoneMatch.Add(known);
        }

        return await app.Client.SendAsync(request);
    }
}
