using Azure.Data.Tables.Queries;
using Azure.Data.Tables.Requests;

namespace Azure.Data.Tables;

public partial class TableClient
{
    /// <summary>Makes a filter in which every value is quoted as its type demands: <c>CreateQueryFilter($"Name eq {name}")</c>.</summary>
    /// <exception cref="ArgumentException">A value is of a type that no property can have.</exception>
    public static string CreateQueryFilter(FormattableString filter) => ODataFilter.Create(filter);

    /// <summary>The entities that pass the filter, by partition and row key; nothing is asked before the first is wanted.</summary>
    /// <param name="filter">Null for all entities; make one with <see cref="CreateQueryFilter(FormattableString)"/>.</param>
    /// <param name="maxPerPage">At most 1000, which is also the default.</param>
    /// <param name="select">The properties to read; null for all.</param>
    /// <param name="cancellationToken">Holds for every page.</param>
    public virtual AsyncPageable<T> QueryAsync<T>(
        string? filter = null, int? maxPerPage = null, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity
    {
        var query = new EntityQuery<T>(account, EntityPath.OfTable(Name) + "()", filter, ODataQuery.Select(select));
        return new ContinuedPages<T>(query.FetchAsync, maxPerPage, cancellationToken);
    }
}
