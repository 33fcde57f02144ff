namespace LeadFunctions.Capture;

/// <summary>The ids of all signs that a submission can show; <c>content/spam.yml</c> says what each counts, and what it means.</summary>
public static class SpamSigns
{
    public const string Trap = "trap";
    public const string TooQuick = "too-quick";
    public const string QuickBrowser = "quick-browser";
    public const string SharedForm = "shared-form";
    public const string NoForm = "no-form";
    public const string ForeignForm = "foreign-form";
    public const string OldForm = "old-form";
    public const string Link = "link";
    public const string ManyLinks = "many-links";
    public const string BareLink = "bare-link";
    public const string CheapHost = "cheap-host";
    public const string LinkMarkup = "link-markup";
    public const string Markup = "markup";
    public const string LinkInName = "link-in-name";
    public const string AddressInName = "address-in-name";
    public const string Echo = "echo";
    public const string OtherScript = "other-script";
    public const string MixedScript = "mixed-script";
    public const string Pitch = "pitch";
    public const string Offer = "offer";
    public const string Topic = "topic";
    public const string SameMessage = "same-message";
    public const string SameLink = "same-link";
    public const string SenderRate = "sender-rate";
    public const string ContactRate = "contact-rate";
    public const string CheckFailed = "check-failed";
    public const string CheckAway = "check-away";
    public const string CheckMissing = "check-missing";

    public static IReadOnlyList<string> All { get; } =
    [
        Trap, TooQuick, QuickBrowser, SharedForm, NoForm, ForeignForm, OldForm, Link, ManyLinks, BareLink, CheapHost, LinkMarkup, Markup,
        LinkInName, AddressInName, Echo, OtherScript, MixedScript, Pitch, Offer, Topic, SameMessage, SameLink, SenderRate, ContactRate,
        CheckFailed, CheckAway, CheckMissing,
    ];
}
