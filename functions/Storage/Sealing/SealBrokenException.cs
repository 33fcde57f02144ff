namespace LeadFunctions.Storage;

/// <summary>Something sealed does not open.</summary>
public sealed class SealBrokenException : Exception
{
    public SealBrokenException()
    {
    }

    public SealBrokenException(string message)
        : base(message)
    {
    }

    public SealBrokenException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
