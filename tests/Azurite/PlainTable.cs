using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace LeadFunctions.Tests.Azurite;

/// <summary>A table spoken to with plain HTTP: what Azurite keeps is not judged through the client library that is tested on it.</summary>
internal sealed class PlainTable(string connectionString)
{
    private static readonly HttpClient Http = new();

    private readonly Dictionary<string, string> settings = connectionString
        .Split(';', StringSplitOptions.RemoveEmptyEntries)
        .Select(setting => setting.Split('=', 2))
        .ToDictionary(setting => setting[0], setting => setting[1]);

    /// <summary>Makes the table and writes this many rows, eight at a time; returns when each was acknowledged.</summary>
    public async Task WriteAsync(int rows)
    {
        await CreateAsync();
        await Parallel.ForEachAsync(
            Enumerable.Range(0, rows),
            new ParallelOptions { MaxDegreeOfParallelism = 8 },
            async (row, _) => Assert.True(await TryAddAsync($"{row}")));
    }

    public async Task CreateAsync()
    {
        using var created = await SendAsync(HttpMethod.Post, "Tables", new() { ["TableName"] = "rows" });
        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
    }

    /// <returns><see langword="true"/> when the row was acknowledged; <see langword="false"/> when it was refused or nobody answered.</returns>
    public async Task<bool> TryAddAsync(string rowKey)
    {
        try
        {
            using var added = await SendAsync(HttpMethod.Post, "rows", new() { ["PartitionKey"] = "p", ["RowKey"] = rowKey });
            return added.StatusCode == HttpStatusCode.Created;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    /// <returns>How many rows there are, up to the thousand that one answer holds; none when there is no table.</returns>
    public async Task<int> CountAsync()
    {
        using var answer = await SendAsync(HttpMethod.Get, "rows()");
        var rows = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return answer.StatusCode == HttpStatusCode.NotFound ? 0 : rows.GetProperty("value").GetArrayLength();
    }

    /// <returns>How long the server keeps an idle connection.</returns>
    public async Task<TimeSpan> KeepAliveAsync()
    {
        using var answer = await SendAsync(HttpMethod.Get, "Tables");
        var timeout = NameValueHeaderValue.Parse(answer.Headers.GetValues("Keep-Alive").Single()).Value!;
        return TimeSpan.FromSeconds(int.Parse(timeout, CultureInfo.InvariantCulture));
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, Dictionary<string, string>? content = null)
    {
        using var request = new HttpRequestMessage(method, $"{settings["TableEndpoint"]}/{path}");
        request.Content = content is null ? null : JsonContent.Create(content);
        request.Headers.Accept.ParseAdd("application/json;odata=nometadata");
        request.Headers.Add("x-ms-version", "2019-02-02");
        Sign(request);
        return await Http.SendAsync(request);
    }

    // Shared Key Lite: https://learn.microsoft.com/rest/api/storageservices/authorize-with-shared-key#shared-key-lite-and-table-service
    private void Sign(HttpRequestMessage request)
    {
        var date = TimeProvider.System.GetUtcNow().ToString("R", CultureInfo.InvariantCulture);
        var account = settings["AccountName"];
        var text = $"{date}\n/{account}{request.RequestUri!.AbsolutePath}";
        var signature = HMACSHA256.HashData(Convert.FromBase64String(settings["AccountKey"]), Encoding.UTF8.GetBytes(text));
        request.Headers.Add("x-ms-date", date);
        request.Headers.Authorization = new("SharedKeyLite", $"{account}:{Convert.ToBase64String(signature)}");
    }
}
