namespace LeadFunctions.Network;

/// <summary>Something asked for a host that no setting names. Nothing was sent. The host is not repeated: it may come from somebody else.</summary>
public sealed class ForbiddenHostException() : InvalidOperationException("A request was about to go to a host that no setting names.");
