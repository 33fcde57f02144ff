namespace LeadFunctions.Network;

/// <summary>
/// Lets requests through to one host alone, by scheme, name and port, whoever made up the address: no page, no mail and no answer of
/// others can make the app call somewhere else.
/// </summary>
/// <param name="address">An address at the host; asked for with the first request.</param>
/// <param name="transport">Sends what is let through.</param>
internal sealed class OneHostHandler(Func<Uri> address, HttpMessageHandler transport) : DelegatingHandler(transport)
{
    /// <exception cref="ForbiddenHostException">The request is for another host.</exception>
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        base.SendAsync(Checked(request), cancellationToken);

    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken) =>
        base.Send(Checked(request), cancellationToken);

    private HttpRequestMessage Checked(HttpRequestMessage request) =>
        request.RequestUri is { IsAbsoluteUri: true } asked && IsAtHost(asked) ? request : throw new ForbiddenHostException();

    private bool IsAtHost(Uri asked) =>
        Uri.Compare(asked, address(), UriComponents.SchemeAndServer, UriFormat.SafeUnescaped, StringComparison.OrdinalIgnoreCase) == 0;
}
