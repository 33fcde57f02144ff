using System.Text.Json;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;
using LeadFunctions.Clinic;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LeadFunctions.Email;

/// <summary>
/// Hands mails to Azure Communication Services. Each sending has a name of ours there, so that a lost answer can be asked for afterwards.
/// </summary>
public sealed class AcsEmailSender(
    [FromKeyedServices(AcsOptions.Section)] HttpPipeline pipeline,
    IOptions<AcsOptions> account,
    IOptions<EmailOptions> options,
    MailSender sender,
    TimeProvider clock,
    ILogger<AcsEmailSender> logger) : IEmailSender, IEmailOutcomeSource
{
    // The newest version that is no preview (Azure/azure-rest-api-specs, specification/communication/data-plane/Email/stable).
    private const string ApiVersion = "?api-version=2025-09-01";

    private static readonly ResponseClassifier EveryAnswerCounts = new AnyAnswer();

    private readonly Uri endpoint = AcsAccount.Of(account.Value)!.Endpoint;

    /// <summary>Measures timeouts. Real time on purpose: a clock that somebody moves must not cut a request short.</summary>
    internal TimeProvider NetworkTime { get; init; } = TimeProvider.System;

    /// <inheritdoc/>
    public Task<SendOutcome> SendAsync(EmailMessage message, CancellationToken cancellationToken) =>
        HandOver.TryAsync(token => PostAsync(message, token), options.Value.Timeout, NetworkTime, logger, cancellationToken);

    /// <inheritdoc/>
    public async Task<SendOutcome> AskAsync(string sendId, CancellationToken cancellationToken)
    {
        var outcome = await HandOver.TryAsync(token => QuestionAsync(AcsOperationId.Of(sendId), token), options.Value.Timeout, NetworkTime, logger, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        return outcome;
    }

    private async Task<SendOutcome> PostAsync(EmailMessage message, CancellationToken cancellationToken)
    {
        var operation = AcsOperationId.Of(message.SendId);
        using var call = pipeline.CreateMessage();
        call.Request.Method = RequestMethod.Post;

        // With the dot, since "emails:" alone would be a scheme.
        call.Request.Uri.Reset(new(endpoint, "./emails:send" + ApiVersion));
        call.Request.Headers.Add("Operation-Id", operation.ToString());
        call.Request.Headers.Add("Content-Type", "application/json");
        call.Request.Content = RequestContent.Create(JsonSerializer.SerializeToUtf8Bytes(AcsMail.From(message, sender), AcsJson.Default.AcsMail));
        try
        {
            var outcome = AcsAnswer.ToMail(await AnswerAsync(call, cancellationToken), operation, clock.GetUtcNow());
            return outcome is SendOutcome.RefusedForGood ? await TakenBeforeAsync(operation, cancellationToken) ?? outcome : outcome;
        }
        catch (AuthenticationFailedException)
        {
            return NoToken;
        }
        catch (OperationCanceledException exception) when (!AcsPipeline.IsPassedOn(call))
        {
            throw new NothingSentException(exception);
        }
    }

    // A name that is taken is refused too: what stands behind it is this very mail, of a try whose answer was lost.
    private async Task<SendOutcome?> TakenBeforeAsync(Guid operation, CancellationToken cancellationToken)
    {
        try
        {
            return await QuestionAsync(operation, cancellationToken) as SendOutcome.Accepted;
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException)
        {
            return null;
        }
    }

    private async Task<SendOutcome> QuestionAsync(Guid operation, CancellationToken cancellationToken)
    {
        using var call = pipeline.CreateMessage();
        call.Request.Method = RequestMethod.Get;
        call.Request.Uri.Reset(new(endpoint, $"emails/operations/{operation}{ApiVersion}"));
        try
        {
            return AcsAnswer.ToQuestion(await AnswerAsync(call, cancellationToken), operation);
        }
        catch (AuthenticationFailedException)
        {
            return new SendOutcome.Unknown("the app's identity got no token");
        }
    }

    private async Task<Response> AnswerAsync(HttpMessage call, CancellationToken cancellationToken)
    {
        call.ResponseClassifier = EveryAnswerCounts;
        try
        {
            await pipeline.SendAsync(call, cancellationToken);
            return call.Response;
        }
        catch (RequestFailedException exception) when (exception.InnerException is HttpRequestException lost)
        {
            throw new HttpRequestException(lost.HttpRequestError, message: null, lost);
        }
    }

    private static SendOutcome NoToken => new SendOutcome.Misconfigured("the app's identity got no token");

    private sealed class AnyAnswer : ResponseClassifier
    {
        public override bool IsErrorResponse(HttpMessage message) => false;

        public override bool IsRetriableResponse(HttpMessage message) => false;

        public override bool IsRetriableException(Exception exception) => false;
    }
}
