namespace LeadFunctions.Local.Azurite;

/// <summary>Azurite could not be started; the message is one line that says what is missing and what to do.</summary>
public sealed class AzuriteNotStartedException : Exception
{
    public AzuriteNotStartedException()
    {
    }

    public AzuriteNotStartedException(string message)
        : base(message)
    {
    }

    public AzuriteNotStartedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
