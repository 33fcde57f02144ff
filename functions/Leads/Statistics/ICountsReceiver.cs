namespace LeadFunctions.Leads;

/// <summary>Takes counts as they are read, so that a year of them need not be kept to be summed up.</summary>
public interface ICountsReceiver
{
    /// <param name="date">On the clinic's calendar.</param>
    /// <param name="dimension">By what they are told apart.</param>
    /// <param name="key">Which they are; only while this is called.</param>
    /// <param name="numbers">In the order of the metrics; those that are missing are 0, those of a newer version are there, too. Only while this is called.</param>
    void Take(DateOnly date, Dimension dimension, ReadOnlySpan<char> key, ReadOnlySpan<int> numbers);
}
