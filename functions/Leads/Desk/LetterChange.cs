namespace LeadFunctions.Leads;

/// <summary>What staff want done with a mail that was given up.</summary>
/// <param name="Mail">The mail.</param>
/// <param name="IsPutBack">Whether it goes on its way again; otherwise it is set aside, and stays unsent.</param>
public sealed record LetterChange(SendKey Mail, bool IsPutBack);
