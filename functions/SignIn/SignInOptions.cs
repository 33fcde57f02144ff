namespace LeadFunctions.SignIn;

/// <summary>Section <c>Staff</c>, the part about links to sign in with.</summary>
public sealed class SignInOptions
{
    public const string Section = "Staff";

    /// <summary>The setting <c>Staff__LinksPerAddress</c>: how many links go to one address in an hour. Default: 6.</summary>
    public int LinksPerAddress { get; set; } = 6;

    /// <summary>The setting <c>Staff__LinksPerSender</c>: how many may be asked for from one network address in an hour. Default: 60.</summary>
    public int LinksPerSender { get; set; } = 60;
}
