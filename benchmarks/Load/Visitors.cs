using System.Net;

namespace LeadFunctions.Benchmarks;

/// <summary>Sends submissions to a host, through as many connections as are asked for at once.</summary>
internal sealed class Visitors(Uri host) : IDisposable
{
    // No host has seen the same person before.
    private static int people;

    private readonly HttpClient client = new(
        new SocketsHttpHandler { MaxConnectionsPerServer = Stage.Connections, UseCookies = false, UseProxy = false, AllowAutoRedirect = false })
    {
        BaseAddress = host,
        Timeout = TimeSpan.FromMinutes(2),
    };

    public void Dispose() => client.Dispose();

    /// <summary>So many requests for an appointment, each of somebody who never came before.</summary>
    /// <exception cref="InvalidOperationException">One was not answered 201.</exception>
    public Task<LoadResult> CaptureAsync(int many, int atOnce) =>
        Load.RunAsync(many, atOnce, _ => SendAsync(Submissions.Appointment(Interlocked.Increment(ref people))));

    /// <exception cref="InvalidOperationException">It was not answered 201.</exception>
    public async Task SendAsync(HttpRequestMessage submission)
    {
        using (submission)
        {
            using var response = await client.SendAsync(submission);
            var answer = await response.Content.ReadAsStringAsync();
            if (response.StatusCode != HttpStatusCode.Created)
            {
                throw new InvalidOperationException($"{submission.RequestUri}: {(int)response.StatusCode} {answer}");
            }
        }
    }

    /// <summary>Has the host drain what is due, and returns when it has.</summary>
    public async Task DrainAsync()
    {
        using var response = await client.PostAsync(new Uri("/admin/functions/Drain?wait=true", UriKind.Relative), content: null);
        response.EnsureSuccessStatusCode();
    }
}
