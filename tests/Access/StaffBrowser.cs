using System.Net;
using LeadFunctions.Access;
using LeadFunctions.Leads;
using LeadFunctions.Tests.Support;

namespace LeadFunctions.Tests.Access;

/// <summary>A browser that keeps cookies, and says of its requests what browsers say.</summary>
internal sealed class StaffBrowser(HostedApp app)
{
    public static readonly (string Name, string Value)[] Members =
    [
        ("Staff:Members:0", "frontdesk@example.com;staff"),
        ("Staff:Members:1", "marketing@example.com;marketing"),
        ("Staff:Members:2", "manager@example.com;admin"),
    ];

    public Dictionary<string, string> Cookies { get; } = [];

    public string SessionName => app.Get<StaffSessions>().CookieName;

    public Session Session => app.Get<SessionCookie>().Read(Cookies[SessionName])!;

    /// <summary>What <c>&lt;AntiForgery /&gt;</c> writes into the forms of this browser's session.</summary>
    public string Token => app.Get<AntiForgeryTokens>().For(Session);

    public StaffBrowser SignIn(string member)
    {
        Cookies[SessionName] = app.Get<StaffSessions>().Issue(Member(member));
        return this;
    }

    public static StaffMember Member(string text) => StaffMember.TryParse(text, out var member) ? member : throw new ArgumentException(text, nameof(text));

    public Task<HttpResponseMessage> GetAsync(string path, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Get, path, null, headers.Length == 0 ? [("Accept", "text/html"), ("Sec-Fetch-Mode", "navigate")] : headers);

    public Task<HttpResponseMessage> PostAsync(string path, params (string Name, string Value)[] fields) => SendAsync(
        HttpMethod.Post, path, fields, [("Accept", "text/html"), ("Sec-Fetch-Mode", "navigate"), ("Sec-Fetch-Site", "same-origin"), ("Origin", "https://requests.example.com")]);

    public async Task<HttpResponseMessage> SendAsync(
        HttpMethod method, string path, (string Name, string Value)[]? fields, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        if (Cookies.Count > 0)
        {
            request.Headers.TryAddWithoutValidation("Cookie", string.Join("; ", Cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        }

        request.Content = fields is null ? null : new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        var response = await app.Client.SendAsync(request);
        Keep(response);
        return response;
    }

    /// <summary>Whether a page for everybody on the list opens.</summary>
    public async Task<bool> IsInAsync()
    {
        using var response = await GetAsync("/staff/account");
        return response.StatusCode == HttpStatusCode.OK;
    }

    private void Keep(HttpResponseMessage response)
    {
        foreach (var text in response.Headers.TryGetValues("Set-Cookie", out var all) ? all : [])
        {
            var pair = text.Split(';')[0].Split('=', 2);
            if (pair[1].Length == 0)
            {
                Cookies.Remove(pair[0]);
            }
            else
            {
                Cookies[pair[0]] = pair[1];
            }
        }
    }
}
