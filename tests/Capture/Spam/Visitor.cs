using System.Net;
using AngleSharp.Html.Dom;
using LeadFunctions.Tests.Pages;
using LeadFunctions.Tests.Support;

namespace LeadFunctions.Tests.Capture;

/// <summary>Opens forms of a running app and sends them, as people and machines do.</summary>
internal sealed class Visitor(HostedApp app)
{
    /// <summary>What a form page would send as it stands, by name.</summary>
    public async Task<List<KeyValuePair<string, string>>> OpenAsync(string path)
    {
        var page = PageBench.Parse(await app.Client.GetStringAsync(new Uri(path, UriKind.Relative)));
        return [.. PageBench.Sent(page).Select(field => KeyValuePair.Create(field.Name, field.Value))];
    }

    /// <summary>Every input of the form, seen or unseen, filled with something as machines do.</summary>
    public async Task<List<KeyValuePair<string, string>>> FillEverythingAsync(string path, string name, string email, string message)
    {
        var page = PageBench.Parse(await app.Client.GetStringAsync(new Uri(path, UriKind.Relative)));
        return
        [
            .. PageBench.Sent(page).Select(field => KeyValuePair.Create(field.Name, field.Name switch
            {
                "name" => name,
                "email" => email,
                "phone" => "650-555-0123",
                "message" => message,
                _ when page.QuerySelector($"input[name='{field.Name}']") is IHtmlInputElement { Type: "text", Value: "" } => "something",
                _ => field.Value,
            })),
        ];
    }

    public static List<KeyValuePair<string, string>> Fill(List<KeyValuePair<string, string>> form, params (string Name, string Value)[] values)
    {
        var typed = values.ToDictionary(value => value.Name, value => value.Value);
        return [.. form.Select(field => typed.TryGetValue(field.Key, out var value) ? KeyValuePair.Create(field.Key, value) : field)];
    }

    public async Task<HttpStatusCode> PostAsync(string path, IEnumerable<KeyValuePair<string, string>> fields)
    {
        using var content = new FormUrlEncodedContent(fields);
        using var response = await app.Client.PostAsync(new Uri(path, UriKind.Relative), content);
        return response.StatusCode;
    }
}
