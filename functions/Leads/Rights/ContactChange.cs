namespace LeadFunctions.Leads;

/// <summary>What a person's word changes.</summary>
/// <param name="Contact">The contact as it becomes.</param>
/// <param name="Receipts">What is kept for good.</param>
public sealed record ContactChange(Contact Contact, params IReadOnlyList<ConsentReceipt> Receipts);
