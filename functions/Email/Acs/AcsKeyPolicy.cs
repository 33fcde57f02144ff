using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Azure.Core;
using Azure.Core.Pipeline;

namespace LeadFunctions.Email;

/// <summary>Signs requests with the resource's access key (learn.microsoft.com/azure/communication-services/tutorials/hmac-header-tutorial).</summary>
internal sealed class AcsKeyPolicy(byte[] key, TimeProvider clock) : HttpPipelineSynchronousPolicy
{
    public override void OnSendingRequest(HttpMessage message)
    {
        var request = message.Request;
        var address = request.Uri.ToUri();
        var date = clock.GetUtcNow().ToString("r", CultureInfo.InvariantCulture);
        var hash = Convert.ToBase64String(HashOf(request.Content, message.CancellationToken));
        var signed = $"{request.Method}\n{address.PathAndQuery}\n{date};{address.Authority};{hash}";
        var signature = Convert.ToBase64String(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(signed)));

        request.Headers.SetValue("x-ms-date", date);
        request.Headers.SetValue("x-ms-content-sha256", hash);
        request.Headers.SetValue("Authorization", $"HMAC-SHA256 SignedHeaders=x-ms-date;host;x-ms-content-sha256&Signature={signature}");
    }

    private static byte[] HashOf(RequestContent? content, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        content?.WriteTo(body, cancellationToken);
        return SHA256.HashData(body.GetBuffer().AsSpan(0, (int)body.Length));
    }
}
