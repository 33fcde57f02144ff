using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace Azure.Data.Tables;

/// <summary>The cloud whose tokens the service accepts.</summary>
public readonly struct TableAudience(string value) : IEquatable<TableAudience>
{
    private const string Public = "AzurePublicCloud";
    private const string China = "AzureChina";
    private const string Government = "AzureGov";

    private readonly string value = value ?? throw new ArgumentNullException(nameof(value));

    public static TableAudience AzurePublicCloud => new(Public);

    public static TableAudience AzureChina => new(China);

    public static TableAudience AzureGovernment => new(Government);

    public static bool operator ==(TableAudience left, TableAudience right) => left.Equals(right);

    public static bool operator !=(TableAudience left, TableAudience right) => !left.Equals(right);

    [SuppressMessage("Usage", "CA2225", Justification = "The members are those of the published package.")]
    public static implicit operator TableAudience(string value) => new(value);

    public bool Equals(TableAudience other) => string.Equals(value, other.value, StringComparison.OrdinalIgnoreCase);

    [EditorBrowsable(EditorBrowsableState.Never)]
    public override bool Equals(object? obj) => obj is TableAudience other && Equals(other);

    [EditorBrowsable(EditorBrowsableState.Never)]
    public override int GetHashCode() => value is null ? 0 : StringComparer.OrdinalIgnoreCase.GetHashCode(value);

    public override string ToString() => value;

    /// <summary>The scope to ask a token for.</summary>
    internal string Scope => value switch
    {
        null or Public => "https://storage.azure.com/.default",
        China => "https://storage.azure.cn/.default",
        Government => "https://storage.azure.us/.default",
        _ when value.EndsWith("/.default", StringComparison.Ordinal) => value,
        _ => value.TrimEnd('/') + "/.default",
    };
}
