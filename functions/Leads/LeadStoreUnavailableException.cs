namespace LeadFunctions.Leads;

/// <summary>The store cannot be reached, is overloaded, or did not answer in time. What was asked may be asked again.</summary>
public sealed class LeadStoreUnavailableException : Exception
{
    public LeadStoreUnavailableException()
        : this("The lead store is unavailable.")
    {
    }

    public LeadStoreUnavailableException(string message)
        : base(message)
    {
    }

    public LeadStoreUnavailableException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
