using System.Text.Json;
using Microsoft.Playwright;

namespace LeadFunctions.Tests.Browser;

/// <summary>Comes to the staff pages as their people do: by the link of a mail.</summary>
internal static class SignInLink
{
    private const int MostLooks = 2000;

    /// <summary>Asks for a link at a page that is closed, and stands before the one button of what the link leads to.</summary>
    public static async Task OpenAsync(IPage page, string closed, string address)
    {
        await page.GotoAsync(closed);
        await page.FillAsync("#email", address);
        await page.PressAsync("#email", "Enter");
        await page.GotoAsync(await InMailAsync(page));
    }

    /// <summary>The link of the newest mail; the mail goes after the page is answered.</summary>
    public static async Task<string> InMailAsync(IPage page)
    {
        for (var looks = 0; looks < MostLooks; looks++)
        {
            var answer = await page.APIRequest.GetAsync("/local/mail.json");
            using var mails = JsonDocument.Parse(await answer.TextAsync());
            if (mails.RootElement.GetArrayLength() > 0)
            {
                var text = mails.RootElement[0].GetProperty("text").GetString()!;
                return text.Split('\n').First(line => line.Contains("/staff/sign-in/", StringComparison.Ordinal)).Trim();
            }
        }

        throw new TimeoutException("No mail came.");
    }
}
