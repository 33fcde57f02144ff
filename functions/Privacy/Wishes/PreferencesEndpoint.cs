using System.Globalization;
using LeadFunctions.Http;
using LeadFunctions.Languages;
using LeadFunctions.Leads;
using Microsoft.AspNetCore.Http;

namespace LeadFunctions.Privacy;

/// <summary>Reads the form of the page with preferences, and answers with the page as it is then.</summary>
public sealed class PreferencesEndpoint(PreferencesHandler handler, PreferencesPages pages, NetworkTime time)
{
    public async Task<IResult> AnswerAsync(HttpRequest request, string token, CancellationToken cancellationToken)
    {
        var fields = await PostedForm.ReadAsync(request, time, cancellationToken);
        return fields?.GetValueOrDefault("action").ToString() switch
        {
            "save" => await pages.AnswerAsync(token, await handler.SaveAsync(token, ToWish(fields)), PreferencesText.Saved),
            "resubscribe" => await pages.AnswerAsync(token, await handler.ResubscribeAsync(token), PreferencesText.Resubscribed),

            // Without a word of what to do, nothing is done.
            _ => await pages.AnswerAsync(token, await handler.FindAsync(token)),
        };
    }

    private static Wish ToWish(IReadOnlyDictionary<string, Microsoft.Extensions.Primitives.StringValues> fields) => new(
        fields.GetValueOrDefault("agree")
            .Select(value => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? (ConsentChannel)number : default(ConsentChannel?))
            .OfType<ConsentChannel>()
            .ToHashSet(),
        fields.GetValueOrDefault("pause").ToString() == "month",
        Language.Of(fields.GetValueOrDefault("language").ToString()));
}
