namespace LeadFunctions.Leads;

/// <summary>Which leads were erased: what is still told of their mails is not kept.</summary>
public interface IErasedLeads
{
    /// <summary>Stops to remember leads that were erased before a time (UTC): no link of theirs is good any more.</summary>
    /// <returns>How many.</returns>
    Task<int> ForgetErasedBeforeAsync(DateTimeOffset time, CancellationToken cancellationToken);
}
