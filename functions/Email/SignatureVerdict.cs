namespace LeadFunctions.Email;

/// <summary>What a signature says of the post that came with it.</summary>
public enum SignatureVerdict
{
    /// <summary>Missing, wrong, or made too long ago.</summary>
    Forged,

    /// <summary>The holder of one of our keys has signed just this, lately.</summary>
    Genuine,

    /// <summary>No key is configured, so nobody can tell.</summary>
    NoKey,
}
