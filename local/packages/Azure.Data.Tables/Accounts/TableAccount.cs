using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables.Errors;
using Azure.Data.Tables.Requests;

namespace Azure.Data.Tables.Accounts;

/// <summary>An account's tables: where they are, and the pipeline that signs, retries, traces and logs what is sent there.</summary>
internal sealed class TableAccount
{
    private readonly HttpPipeline pipeline;
    private readonly RequestTracing tracing;

    private TableAccount(TableEndpoint endpoint, TableClientOptions? options, params HttpPipelinePolicy[] perRetryPolicies)
    {
        options ??= new TableClientOptions();
        var pipelineOptions = new HttpPipelineOptions(options) { RequestFailedDetailsParser = TableErrorParser.Shared };
        foreach (var policy in perRetryPolicies)
        {
            pipelineOptions.PerRetryPolicies.Add(policy);
        }

        pipeline = HttpPipelineBuilder.Build(pipelineOptions);
        tracing = new RequestTracing(options.Diagnostics.IsDistributedTracingEnabled);
        Endpoint = endpoint;
        Version = options.VersionText;
    }

    public TableEndpoint Endpoint { get; }

    /// <summary>The version of the protocol that every request names.</summary>
    public string Version { get; }

    public static TableAccount Open(ConnectionString connection, TableClientOptions? options, string? tableName = null) =>
        connection.Credential is { } credential
            ? WithKey(connection.Endpoint, credential, options, tableName)
            : new(new TableEndpoint(connection.Endpoint, tableName), options);

    public static TableAccount WithKey(Uri uri, TableSharedKeyCredential credential, TableClientOptions? options, string? tableName = null)
    {
        ArgumentNullException.ThrowIfNull(credential);
        return new(new TableEndpoint(uri, tableName), options, new SharedKeyPolicy(credential, TimeProvider.System));
    }

    public static TableAccount WithToken(Uri uri, TokenCredential tokenCredential, TableClientOptions? options, string? tableName = null)
    {
        ArgumentNullException.ThrowIfNull(tokenCredential);
        var scope = options?.Audience.GetValueOrDefault().Scope ?? default(TableAudience).Scope;
        return new(new TableEndpoint(uri, tableName), options, new BearerTokenAuthenticationPolicy(tokenCredential, scope));
    }

    public static TableAccount WithSignature(Uri endpoint, AzureSasCredential credential, TableClientOptions? options, string? tableName = null)
    {
        ArgumentNullException.ThrowIfNull(credential);
        ArgumentNullException.ThrowIfNull(endpoint);
        return endpoint.Scheme == Uri.UriSchemeHttps || endpoint.IsLoopback
            ? new(new TableEndpoint(endpoint, tableName), options, new SasPolicy(credential))
            : throw new ArgumentException("Cannot a use SAS token credential without HTTPS.", nameof(endpoint));
    }

    /// <summary>An account whose address carries its signature, if it needs one.</summary>
    public static TableAccount AsAddressed(Uri uri, TableClientOptions? options, string? tableName = null) =>
        new(new TableEndpoint(uri, tableName), options);

    /// <summary>A request to <paramref name="path"/>, already escaped, under the account.</summary>
    public HttpMessage CreateMessage(RequestMethod method, string path)
    {
        var message = pipeline.CreateMessage();
        message.Request.Method = method;
        message.Request.Uri.Reset(Endpoint.RequestUri);
        message.Request.Uri.AppendPath(path, escape: false);
        message.Request.Headers.SetValue(HeaderNames.Version, Version);
        return message;
    }

    /// <summary>Sends, with retries, and returns the answer when it is one of the expected.</summary>
    /// <exception cref="RequestFailedException">The service refused, or could not be reached.</exception>
    public async Task<Response> SendAsync(string operation, HttpMessage message, Expected expected, CancellationToken cancellationToken)
    {
        using var activity = tracing.Start(operation);
        try
        {
            message.ResponseClassifier = expected.Classifier ?? message.ResponseClassifier;
            await pipeline.SendAsync(message, cancellationToken);
            var response = message.Response;
            return expected.Includes(response.Status) ? response : throw new RequestFailedException(response);
        }
        catch (Exception exception)
        {
            RequestTracing.Fail(activity, exception);
            throw;
        }
    }
}
