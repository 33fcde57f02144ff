namespace LeadFunctions.Capture;

/// <summary>The signs in how a form was opened, filled and sent. Pure.</summary>
internal static class FormSigns
{
    /// <param name="form">The form that it came from.</param>
    /// <param name="isTrapFilled">Whether the field that nobody sees was filled.</param>
    /// <param name="isBrowser">Whether a browser sent it.</param>
    /// <param name="rules">The clinic's rules.</param>
    public static IEnumerable<string> In(FormTokenReading form, bool isTrapFilled, bool isBrowser, SpamRules rules)
    {
        if (isTrapFilled)
        {
            yield return SpamSigns.Trap;
        }

        var sign = form switch
        {
            FormTokenReading.Absent => SpamSigns.NoForm,
            FormTokenReading.Foreign => SpamSigns.ForeignForm,
            FormTokenReading.Genuine genuine when genuine.Age < rules.Quickest => isBrowser ? SpamSigns.QuickBrowser : SpamSigns.TooQuick,
            FormTokenReading.Genuine genuine when genuine.Age > rules.Oldest => SpamSigns.OldForm,
            _ => null,
        };
        if (sign is not null)
        {
            yield return sign;
        }
    }
}
