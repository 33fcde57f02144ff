namespace LeadFunctions.Capture;

/// <summary>The fields that a submission may have; anything else is a mistake of the sender's that we name.</summary>
internal static class SubmissionSchema
{
    public const string Body = "body";
    public const string Kind = "kind";
    public const string Name = "name";
    public const string Email = "email";
    public const string Phone = "phone";
    public const string ContactBy = "contactBy";
    public const string Concerns = "concerns";
    public const string Message = "message";
    public const string PreferredTimes = "preferredTimes";
    public const string PreferredDay = "preferredTimes.day";
    public const string PreferredPart = "preferredTimes.part";
    public const string Visit = "visit";
    public const string ConsentArticles = "consent.articles";
    public const string ConsentCalls = "consent.calls";
    public const string ConsentTexts = "consent.texts";
    public const string SubmissionId = "submissionId";
    public const string FormToken = "formToken";

    /// <summary>The answer to the bot check, when there is one.</summary>
    public const string BotCheck = "botCheck";

    /// <summary>What no person fills in: no browser knows the name, and no page shows it.</summary>
    public const string Trap = "otherDetails";

    /// <summary>Where the visitor came from; a form carries these unseen.</summary>
    public static readonly IReadOnlyList<string> Sources =
        ["source.page", "source.article", "source.campaign", "source.medium", "source.content", "source.term", "source.referrer"];

    private static readonly HashSet<string> Texts = [Name, Email, Phone, ContactBy, Message, Visit, SubmissionId, FormToken, BotCheck, Trap, .. Sources];

    public static bool IsText(string field, bool withKind) => Texts.Contains(field) || (withKind && field == Kind);

    public static bool IsTextList(string field) => field == Concerns;

    public static bool IsFlag(string field) => field is ConsentArticles or ConsentCalls or ConsentTexts;

    /// <summary>An object whose fields have dotted names.</summary>
    public static bool IsGroup(string field) => field is "consent" or "source";

    public static bool IsPreferredTimePart(string field) => field is PreferredDay or PreferredPart;
}
