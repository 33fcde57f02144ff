using System.Globalization;
using System.Runtime.CompilerServices;
using LeadFunctions.Languages;

namespace LeadFunctions.Tests.Support;

/// <summary>Tests speak English unless they say otherwise, whatever the machine speaks.</summary>
internal static class SpokenByDefault
{
    [ModuleInitializer]
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Usage", "CA2255", Justification = "xunit has no other moment before the first test.")]
    public static void SpeakEnglish() => CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = Language.English.Culture;
}
