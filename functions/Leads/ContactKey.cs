namespace LeadFunctions.Leads;

/// <summary>
/// Names a person without saying who: 128 bits of a keyed hash of the address, as 32 hexadecimal digits. Safe in keys and logs.
/// </summary>
public readonly record struct ContactKey
{
    private const int Length = 32;

    private ContactKey(string hex) => Hex = hex;

    public string Hex { get; }

    /// <summary>The shard in which all rows of this contact live.</summary>
    public Shard Shard => new(Convert.ToInt32(Hex[..1], 16));

    /// <exception cref="FormatException">The text is not 32 lower-case hexadecimal digits.</exception>
    public static ContactKey Parse(string hex) =>
        hex.Length == Length && hex.All(char.IsAsciiHexDigitLower) ? new(hex) : throw new FormatException("Not a contact key.");

    public override string ToString() => Hex;
}
