using System.Diagnostics;
using LeadFunctions.Languages;
using LeadFunctions.Leads;

namespace LeadFunctions.Privacy;

/// <summary>Where a person agreed or took it back, in plain words.</summary>
internal static class ConsentWords
{
    /// <summary>The end of a sentence, in the language that is spoken now.</summary>
    public static string Where(ConsentReceipt receipt) => receipt switch
    {
        { Source: ConsentSource.Request } => PrivacyText.ByRequest,
        { Source: ConsentSource.Form, Page: { } page } => PrivacyText.ByFormAfter.With(page),
        { Source: ConsentSource.Form } => PrivacyText.ByForm,
        { Source: ConsentSource.Widget, Page: { } page } => PrivacyText.ByWidgetOn.With(page),
        { Source: ConsentSource.Widget } => PrivacyText.ByWidget,
        { Source: ConsentSource.Api } => PrivacyText.ByApi,
        { Source: ConsentSource.OwnSystems } => PrivacyText.ByOwnSystems,
        { Source: ConsentSource.Preferences } => PrivacyText.ByPreferences,
        { Source: ConsentSource.PrivacyPage } => PrivacyText.ByPrivacyPage,
        { Source: ConsentSource.Unsubscribe } => PrivacyText.ByUnsubscribe,
        { Source: ConsentSource.OneClick } => PrivacyText.ByOneClick,
        { Source: ConsentSource.Staff } => PrivacyText.ByStaff,
        { Source: ConsentSource.ProviderEvent } => PrivacyText.ByProvider,
        _ => throw new UnreachableException(),
    };
}
