namespace LeadFunctions.Leads;

/// <summary>What a timer does with what is due. Whoever wakes it may come at any time and as often as they like: a call means nothing by itself.</summary>
public interface IWakeable
{
    /// <summary>Does what is due, for at most 45 seconds.</summary>
    Task WakeAsync(CancellationToken cancellationToken);
}
