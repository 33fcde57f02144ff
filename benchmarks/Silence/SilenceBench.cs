using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;

namespace LeadFunctions.Benchmarks;

/// <summary>
/// Whether the time of an answer tells who is known: the same is sent for somebody known, for somebody new and for somebody who said stop, in
/// turns, one at a time, over the real host.
/// </summary>
internal sealed class SilenceBench(Stage stage)
{
    private const int Rounds = 1000;
    private const int WarmUp = 100;

    private static readonly MediaTypeHeaderValue Json = new("application/json");

    public async Task<SilenceFigures> RunAsync()
    {
        await stage.EmptyAsync(Stage.Ours);
        var settings = stage.SettingsFor(Stage.Ours).Append(new("Privacy:AsksPerHour", "1000000")).ToDictionary();
        using var host = await HostProcess.StartAsync(settings);
        using var client = new HttpClient { BaseAddress = host.Address };
        client.DefaultRequestHeaders.Add("x-functions-key", "local");
        for (var round = -WarmUp; round < Rounds; round++)
        {
            await PostAsync(client, "/api/appointments", Appointment(Named('k', round)));
        }

        var all = Enumerable.Range(-WarmUp, WarmUp + Rounds).Select(round => $"{Named('s', round)}@example.com");
        using (var list = new StringContent("email\r\n" + string.Join("\r\n", all), new MediaTypeHeaderValue("text/csv")))
        {
            using var suppressed = await client.PostAsync(new Uri("/api/suppressions", UriKind.Relative), list);
            suppressed.EnsureSuccessStatusCode();
        }

        return new(
            await MeasureAsync(client, "/api/privacy", name => $$"""{ "email": "{{name}}@example.com" }"""),
            await MeasureAsync(client, "/api/appointments", Appointment));
    }

    private static string Named(char kind, int round) => string.Create(CultureInfo.InvariantCulture, $"{kind}{round + WarmUp:D4}");

    private static string Appointment(string name) =>
        $$"""{ "name": "Robin Example", "email": "{{name}}@example.com", "concerns": ["depression"], "consent": { "articles": true } }""";

    private static async Task<Medians> MeasureAsync(HttpClient client, string route, Func<string, string> body)
    {
        var (known, unknown, stopped) = (new List<double>(), new List<double>(), new List<double>());
        for (var round = -WarmUp; round < Rounds; round++)
        {
            // Each person once: Azurite looks through the whole shard of somebody who has written a thousand times, and the service does not.
            (string Name, List<double> Times)[] turn = [(Named('k', round), known), (Named('n', round), unknown), (Named('s', round), stopped)];
            for (var place = 0; place < turn.Length; place++)
            {
                var (name, times) = turn[(place + round + WarmUp) % turn.Length];
                var took = await PostAsync(client, route, body(name));
                if (round >= 0)
                {
                    times.Add(took);
                }
            }
        }

        return new(known.Median(), unknown.Median(), stopped.Median());
    }

    private static async Task<double> PostAsync(HttpClient client, string route, string body)
    {
        using var content = new StringContent(body, Json);
        var begun = Stopwatch.GetTimestamp();
        using var answer = await client.PostAsync(new Uri(route, UriKind.Relative), content);
        await answer.Content.ReadAsByteArrayAsync();
        var took = Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
        answer.EnsureSuccessStatusCode();
        return took;
    }
}

/// <summary>Milliseconds that half of the answers took at most.</summary>
/// <param name="Known">For somebody who has written to us.</param>
/// <param name="Unknown">For somebody who has not.</param>
/// <param name="Stopped">For somebody who said stop.</param>
internal sealed record Medians(double Known, double Unknown, double Stopped)
{
    /// <summary>How far they are apart.</summary>
    public double Spread => Math.Max(Known, Math.Max(Unknown, Stopped)) - Math.Min(Known, Math.Min(Unknown, Stopped));
}

/// <param name="Privacy">Asking for the link to what is held.</param>
/// <param name="Capture">Requesting an appointment.</param>
internal sealed record SilenceFigures(Medians Privacy, Medians Capture)
{
    private const int MostMilliseconds = 5;

    public IEnumerable<Row> Rows() =>
    [
        ToRow("Privacy link, medians of known, unknown and stopped apart, ms", Privacy),
        ToRow("Capture, medians of known, unknown and stopped apart, ms", Capture),
    ];

    private static Row ToRow(string name, Medians medians) =>
        Row.Only(name, medians.Spread) with { Goal = $"< {MostMilliseconds} ms", Met = medians.Spread < MostMilliseconds };
}
