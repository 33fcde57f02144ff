using System.Security.Cryptography;
using System.Text;

namespace LeadFunctions.Leads;

/// <summary>Eight hexadecimal digits that stand for an endpoint in keys and logs, made of its name: its address may change, and may hold a secret.</summary>
public readonly record struct EndpointId(string Hex)
{
    private const int Bytes = 4;

    public static EndpointId Of(string name) => new(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, Bytes)));

    public override string ToString() => Hex;
}
