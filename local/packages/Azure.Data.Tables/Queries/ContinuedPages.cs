using System.Runtime.CompilerServices;

namespace Azure.Data.Tables.Queries;

/// <summary>Asks for one page: its token, the wanted size, the cancellation.</summary>
internal delegate Task<Page<T>> FetchPage<T>(string? continuationToken, int? pageSize, CancellationToken cancellationToken);

/// <summary>Pages until the service names no further one. A page may be empty and still not be the last.</summary>
internal sealed class ContinuedPages<T>(FetchPage<T> fetch, int? maxPerPage, CancellationToken cancellationToken)
    : AsyncPageable<T>(cancellationToken)
    where T : notnull
{
    public override IAsyncEnumerable<Page<T>> AsPages(string? continuationToken = null, int? pageSizeHint = null) =>
        FetchAsync(continuationToken, pageSizeHint ?? maxPerPage, CancellationToken.None);

    private async IAsyncEnumerable<Page<T>> FetchAsync(
        string? continuationToken, int? pageSize, [EnumeratorCancellation] CancellationToken enumeration)
    {
        using var cancellation = enumeration.CanBeCanceled
            ? CancellationTokenSource.CreateLinkedTokenSource(CancellationToken, enumeration)
            : null;
        do
        {
            var page = await fetch(continuationToken, pageSize, cancellation?.Token ?? CancellationToken);
            yield return page;
            continuationToken = page.ContinuationToken;
        }
        while (!string.IsNullOrEmpty(continuationToken));
    }
}
