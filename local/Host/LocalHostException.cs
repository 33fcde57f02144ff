namespace LeadFunctions.Local;

/// <summary>The host cannot start, for a reason that its user can mend: the message says which, a line for each.</summary>
public sealed class LocalHostException(string message, Exception? cause = null) : Exception(message, cause);
