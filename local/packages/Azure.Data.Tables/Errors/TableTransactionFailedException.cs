using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Azure.Data.Tables.Errors;

namespace Azure.Data.Tables;

/// <summary>A transaction was refused: none of its actions took place.</summary>
[SuppressMessage("Design", "CA1032", Justification = "The constructors are those of the published package.")]
public class TableTransactionFailedException : RequestFailedException
{
    /// <summary>An exception with the status, code and message of the action that failed.</summary>
    public TableTransactionFailedException(RequestFailedException requestFailedException)
        : base(
            requestFailedException.Status,
            requestFailedException.Message,
            requestFailedException.ErrorCode,
            requestFailedException.InnerException)
    {
        if (requestFailedException.Data[TableErrorParser.FailedEntity] is string index)
        {
            Data[TableErrorParser.FailedEntity] = index;
            FailedTransactionActionIndex = int.Parse(index, CultureInfo.InvariantCulture);
        }
    }

    /// <summary>Which action failed, counted from 0 in the order submitted; null when the service does not say.</summary>
    public int? FailedTransactionActionIndex { get; }
}
