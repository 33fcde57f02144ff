namespace LeadFunctions.Network;

/// <summary>A host turned out to be on this machine or in a private network. Nothing was sent. The address is not repeated.</summary>
public sealed class ForbiddenAddressException() : IOException("A host is at an address that is not of the public internet.");
