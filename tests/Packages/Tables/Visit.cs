using System.Diagnostics.CodeAnalysis;
using System.Runtime.Serialization;
using Azure;
using Azure.Data.Tables;

namespace LeadFunctions.Tests.Packages.Tables;

/// <summary>An entity of one's own, with a property of every kind.</summary>
[SuppressMessage("Usage", "CA2227", Justification = "Entities are filled through their setters.")]
public sealed class Visit : ITableEntity
{
    public string PartitionKey { get; set; } = "a00";

    public string RowKey { get; set; } = "L~1";

    public DateTimeOffset? Timestamp { get; set; }

    public ETag ETag { get; set; }

    public string? Text { get; set; }

    public int Whole { get; set; }

    public int? NullableWhole { get; set; }

    public long Big { get; set; }

    public long? NullableBig { get; set; }

    public double Real { get; set; }

    public double? NullableReal { get; set; }

    public bool Flag { get; set; }

    public Guid Id { get; set; }

    public DateTime Utc { get; set; } = DateTime.UnixEpoch;

    public DateTimeOffset At { get; set; }

    public DateTimeOffset? NullableAt { get; set; }

    public byte[]? Bytes { get; set; }

    public BinaryData? Data { get; set; }

    public DayOfWeek Day { get; set; }

    public DayOfWeek? NullableDay { get; set; }

    [DataMember(Name = "renamed")]
    public string? Original { get; set; }

    [IgnoreDataMember]
    public string? Ignored { get; set; }

    public string Computed => Text is null ? "empty" : "filled";
}
