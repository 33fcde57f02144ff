using System.Text.Json;
using Microsoft.Azure.Functions.Worker;

namespace LeadFunctions.Local.Functions;

/// <summary>What the trigger says: for HTTP the headers and the query as JSON, and query parameters and route values by name.</summary>
internal sealed class LocalBindingContext(LocalFunctionContext context) : BindingContext
{
    public override IReadOnlyDictionary<string, object?> BindingData => field ??= context.Http is null ? [] : ReadRequest();

    private Dictionary<string, object?> ReadRequest()
    {
        var request = context.Http!.Request;
        var query = request.Query.ToDictionary(parameter => parameter.Key, parameter => parameter.Value.ToString());
        var headers = request.Headers.ToDictionary(
            header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in context.WithheldHeaders)
        {
            headers[name] = value;
        }

        var data = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in query.Where(parameter => !FunctionKeys.IsQueryName(parameter.Key)))
        {
            data[name] = value;
        }

        foreach (var (name, value) in request.RouteValues)
        {
            data[name] = value?.ToString();
        }

        data.TryAdd("Query", JsonSerializer.Serialize(query, BindingJson.Default.DictionaryStringString));
        data.TryAdd("Headers", JsonSerializer.Serialize(headers, BindingJson.Default.DictionaryStringString));
        return data;
    }
}
