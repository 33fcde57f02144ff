using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using Azure.Core;

namespace Azure.Data.Tables.Errors;

/// <summary>The service's error document: <c>{"odata.error":{"code":"...","message":{"lang":"...","value":"..."}}}</c>.</summary>
/// <remarks>
/// Inside a transaction the message starts with the index of the action that failed, <c>2:The specified entity already exists.</c>:
/// https://learn.microsoft.com/rest/api/storageservices/performing-entity-group-transactions#sample-error-response
/// </remarks>
internal sealed class TableErrorParser : RequestFailedDetailsParser
{
    public const string FailedEntity = nameof(FailedEntity);

    private const string WhereTheIndexIs = "\n The index of the entity that caused the error can be found in FailedTransactionActionIndex.";

    public static TableErrorParser Shared { get; } = new();

    public override bool TryParse(Response response, [NotNullWhen(true)] out ResponseError? error, out IDictionary<string, string>? data)
    {
        error = null;
        data = null;
        if (!TryRead(response, out var code, out var message))
        {
            return false;
        }

        if (FailedIndex(message) is { } index)
        {
            message += WhereTheIndexIs;
            data = new Dictionary<string, string> { [FailedEntity] = index.ToString(CultureInfo.InvariantCulture) };
        }

        error = new ResponseError(code, message);
        return true;
    }

    /// <summary>The error code of an answer, or null when it has none.</summary>
    public static string? CodeOf(Response response) => TryRead(response, out var code, out _) ? code : null;

    private static bool TryRead(Response response, out string? code, out string? message)
    {
        code = message = null;
        if (response.ContentStream is not { CanSeek: true, Length: > 0 })
        {
            return false;
        }

        try
        {
            using var document = JsonDocument.Parse(response.Content.ToMemory());
            if (document.RootElement.ValueKind is not JsonValueKind.Object
                || !document.RootElement.TryGetProperty("odata.error", out var error))
            {
                return false;
            }

            code = error.TryGetProperty("code", out var codeElement) ? codeElement.GetString() : null;
            message = error.TryGetProperty("message", out var text) && text.TryGetProperty("value", out var value) ? value.GetString() : null;
            return true;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // A proxy's page, or nothing at all: the status has to speak for itself.
            return false;
        }
    }

    private static int? FailedIndex(string? message) =>
        message?.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon
        && int.TryParse(message.AsSpan(0, colon), NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            ? index
            : null;
}
