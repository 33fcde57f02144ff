namespace LeadFunctions.Http;

/// <summary>Machines with a function key: the Functions host asks for it, since the trigger has the authorization level Function.</summary>
public sealed class KeyedAttribute : AccessAttribute;
