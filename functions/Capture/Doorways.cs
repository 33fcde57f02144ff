using LeadFunctions.Leads;

namespace LeadFunctions.Capture;

/// <summary>
/// Says how a post came in. A browser that wants a page has sent one of our forms, wherever it stood; a script that carries the token of a
/// form that we made is the widget. Nobody proves more than that, and nothing but the record of a consent depends on it.
/// </summary>
public sealed class Doorways(FormTokens forms)
{
    public Doorway Of(CaptureRequest request, SubmittedFields fields, LeadKind kind) =>
        request.IsTrusted ? Doorway.OwnSystems
        : request.WantsPage ? Doorway.Page
        : forms.Read(fields.All(SubmissionSchema.FormToken) is [var token, ..] ? token : null, kind) is FormTokenReading.Genuine ? Doorway.Widget
        : Doorway.Api;
}
