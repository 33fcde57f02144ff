using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace LeadFunctions.Local.Functions;

/// <summary>
/// The two keys of this host, asked for as the Functions host does: in the header, else in the query. The master key opens every
/// level; the function key opens level Function; nothing else opens the other levels.
/// </summary>
internal sealed class FunctionKeys(string functionKey, string masterKey)
{
    internal const string HeaderName = "x-functions-key";
    private const string QueryName = "code";

    /// <summary>Whether the query parameter is the host's own: it is kept from binding.</summary>
    public static bool IsQueryName(string name) => name.Equals(QueryName, StringComparison.OrdinalIgnoreCase);

    public string FunctionKey => functionKey;

    public string MasterKey => masterKey;

    public bool Open(AuthorizationLevel level, HttpRequest request)
    {
        if (level == AuthorizationLevel.Anonymous)
        {
            return true;
        }

        var key = request.Headers.TryGetValue(HeaderName, out var header) ? header[0] : request.Query[QueryName].FirstOrDefault();
        return !string.IsNullOrEmpty(key)
            && (Matches(key, masterKey) || (level == AuthorizationLevel.Function && Matches(key, functionKey)));
    }

    private static bool Matches(string given, string expected) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(expected));
}
