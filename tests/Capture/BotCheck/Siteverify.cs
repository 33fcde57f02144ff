using System.Net;
using System.Text;

namespace LeadFunctions.Tests.Capture;

/// <summary>Turnstile's siteverify, as a test wants it to be.</summary>
internal sealed class Siteverify : HttpMessageHandler
{
    public const string Person = """{ "success": true, "error-codes": [], "hostname": "example.com", "action": "appointment" }""";
    public const string Machine = """{ "success": false, "error-codes": ["invalid-input-response"] }""";

    private readonly List<Dictionary<string, string>> questions = [];

    /// <summary>What it was asked, in order.</summary>
    public IReadOnlyList<Dictionary<string, string>> Questions => questions;

    public (HttpStatusCode Status, string Json) Answer { get; set; } = (HttpStatusCode.OK, Person);

    /// <summary>Comes before the answer.</summary>
    public Func<CancellationToken, Task> Meanwhile { get; set; } = _ => Task.CompletedTask;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var form = await request.Content!.ReadAsStringAsync(cancellationToken);
        questions.Add(form.Split('&').Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => Uri.UnescapeDataString(pair[1])));
        await Meanwhile(cancellationToken);
        return new(Answer.Status) { Content = new StringContent(Answer.Json, Encoding.UTF8, "application/json") };
    }
}
