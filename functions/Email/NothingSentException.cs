using System.Net.Sockets;

namespace LeadFunctions.Email;

/// <summary>A request failed before any of its body was sent.</summary>
/// <param name="cause">What went wrong: no connection, an unknown host, no trust in the certificate, no time left.</param>
internal sealed class NothingSentException(Exception cause) : Exception("Nothing was sent.", cause)
{
    /// <summary>The cause in one word of .NET's, such as HostNotFound or ConnectionRefused: no text that somebody else wrote.</summary>
    internal string Word => InnerException switch
    {
        HttpRequestException { InnerException: SocketException { SocketErrorCode: var error } } => error.ToString(),
        HttpRequestException { HttpRequestError: var error } => error.ToString(),
        OperationCanceledException => "TimedOut",
        var other => other!.GetType().Name,
    };
}
