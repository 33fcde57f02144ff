using System.Diagnostics;

namespace Azure.Data.Tables.Requests;

/// <summary>One span per operation of the client, around the spans that Azure.Core makes for each try.</summary>
internal sealed class RequestTracing(bool isEnabled)
{
    private static readonly ActivitySource Source = new("Azure.Data.Tables.TableClient");

    /// <returns>Null when nobody listens.</returns>
    public Activity? Start(string operation)
    {
        var activity = isEnabled ? Source.StartActivity(operation) : null;
        return activity?
            .SetTag("az.namespace", "Microsoft.Tables")
            .SetTag("az.schema_url", "https://opentelemetry.io/schemas/1.23.0");
    }

    public static void Fail(Activity? activity, Exception exception)
    {
        if (activity is null)
        {
            return;
        }

        var reason = exception is RequestFailedException { ErrorCode: { Length: > 0 } code } ? code : exception.GetType().FullName;
        activity.SetTag("error.type", reason).SetStatus(ActivityStatusCode.Error);
    }
}
