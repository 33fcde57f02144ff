namespace LeadFunctions.Leads;

/// <summary>A copy cannot be restored as asked; the message says why, for whoever asked.</summary>
public sealed class BackupException : Exception
{
    public BackupException()
    {
    }

    public BackupException(string message)
        : base(message)
    {
    }

    public BackupException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
