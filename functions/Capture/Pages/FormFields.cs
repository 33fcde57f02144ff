using LeadFunctions.Leads;

namespace LeadFunctions.Capture;

/// <summary>Which fields a form page shows, in their order, and the ids of their controls.</summary>
internal static class FormFields
{
    private static readonly string[] Rest =
    [
        SubmissionSchema.PreferredTimes, SubmissionSchema.Concerns, SubmissionSchema.Message,
        SubmissionSchema.ConsentCalls, SubmissionSchema.ConsentTexts, SubmissionSchema.ConsentArticles,
    ];

    private static readonly string[] CallOrder =
        [SubmissionSchema.Name, SubmissionSchema.Phone, SubmissionSchema.Email, SubmissionSchema.ContactBy, .. Rest];

    private static readonly string[] AppointmentOrder =
        [SubmissionSchema.Name, SubmissionSchema.Email, SubmissionSchema.Phone, SubmissionSchema.ContactBy, SubmissionSchema.Visit, .. Rest];

    /// <summary>Fields that travel with the form unseen.</summary>
    public static IEnumerable<string> Carried(LeadKind kind) => kind == LeadKind.Call ? [.. SubmissionSchema.Sources, SubmissionSchema.Visit] : SubmissionSchema.Sources;

    public static bool IsShown(string field, LeadKind kind) => PlaceOf(field, kind) >= 0;

    /// <summary>The place of a field on the page; what is not on it comes first.</summary>
    public static int PlaceOf(string field, LeadKind kind) => Array.IndexOf(kind == LeadKind.Call ? CallOrder : AppointmentOrder, field);

    /// <summary>The id of a field's control, or of the group of its choices.</summary>
    public static string Id(string field) => field.Replace('.', '-');

    /// <summary>The id of one choice.</summary>
    public static string Id(string field, string choice) => $"{Id(field)}-{choice}";

    /// <summary>The id of the messages at a field.</summary>
    public static string ErrorId(string field) => $"{Id(field)}-error";

    /// <summary>The id of the hint at a field.</summary>
    public static string HintId(string field) => $"{Id(field)}-hint";
}
