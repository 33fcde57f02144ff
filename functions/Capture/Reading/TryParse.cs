using LeadFunctions.Leads;

namespace LeadFunctions.Capture;

/// <summary>Reads a value of the domain from what a visitor typed, or says what is wrong with it.</summary>
internal delegate bool TryParse<T>(string? text, out T? value, out ContactProblem problem)
    where T : class;
