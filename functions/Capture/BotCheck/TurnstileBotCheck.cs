using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using LeadFunctions.Http;
using LeadFunctions.Leads;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LeadFunctions.Capture;

/// <summary>
/// Cloudflare Turnstile. An answer is good for five minutes and once only (developers.cloudflare.com/turnstile/get-started/server-side-validation);
/// asked again under the same idempotency key, it is the same asking, so a submission that is sent again is not held against the sender.
/// </summary>
public sealed partial class TurnstileBotCheck(
    [FromKeyedServices(TurnstileOptions.Section)] HttpClient client,
    IOptions<TurnstileOptions> options,
    NetworkTime time,
    ILogger<TurnstileBotCheck> logger) : IBotCheck
{
    private const string Host = "https://challenges.cloudflare.com";
    private const int LongestAnswer = 2048;

    public BotChallenge? ChallengeFor(LeadKind kind) => new(Host, Host + "/turnstile/v0/api.js", options.Value.SiteKey, kind.Word());

    public async Task<BotCheckResult> AskAsync(BotCheckQuestion question)
    {
        if (string.IsNullOrWhiteSpace(question.Answer))
        {
            return BotCheckResult.Missing;
        }

        if (question.Answer.Length > LongestAnswer)
        {
            return BotCheckResult.Failed;
        }

        try
        {
            using var deadline = new CancellationTokenSource(options.Value.Timeout, time.Provider);
            return await VerifyAsync(question, deadline.Token);
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException or JsonException or IOException)
        {
            LogAway(exception.GetType().Name);
            return BotCheckResult.Away;
        }
    }

    private async Task<BotCheckResult> VerifyAsync(BotCheckQuestion question, CancellationToken cancellationToken)
    {
        using var form = new FormUrlEncodedContent(Fields(question));
        using var response = await client.PostAsync(new Uri(options.Value.VerifyUrl), form, cancellationToken);
        var verdict = response.IsSuccessStatusCode || (int)response.StatusCode == 400
            ? await response.Content.ReadFromJsonAsync(TurnstileJson.Default.TurnstileVerdict, cancellationToken)
            : null;
        if (verdict is null || verdict.IsOurFault)
        {
            LogRefused((int)response.StatusCode, string.Join(' ', verdict?.ErrorCodes ?? []));
            return BotCheckResult.Away;
        }

        // The sandbox keys name no action.
        return verdict.Success && (string.IsNullOrEmpty(verdict.Action) || verdict.Action == question.Kind.Word())
            ? BotCheckResult.Passed
            : BotCheckResult.Failed;
    }

    private Dictionary<string, string> Fields(BotCheckQuestion question)
    {
        var fields = new Dictionary<string, string>
        {
            ["secret"] = options.Value.SecretKey,
            ["response"] = question.Answer!,
            ["idempotency_key"] = IdOf(question).ToString("D"),
        };
        if (question.Sender is { } sender)
        {
            fields["remoteip"] = sender.ToString();
        }

        return fields;
    }

    // It should be a UUID; the name of a submission may be any text.
    private static Guid IdOf(BotCheckQuestion question) => question.SubmissionId is { } id
        ? Guid.TryParseExact(id, "D", out var uuid) ? uuid : new(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(id)).AsSpan(0, 16))
        : new(RandomNumberGenerator.GetBytes(16));

    [LoggerMessage(LogLevel.Warning, "Turnstile did not answer ({Cause}); what was sent meanwhile is held in quarantine.")]
    private partial void LogAway(string cause);

    [LoggerMessage(LogLevel.Error, "Turnstile refused to verify: status {Status}, {Codes}. What is sent meanwhile is held in quarantine.")]
    private partial void LogRefused(int status, string codes);
}
