using System.Net;
using System.Net.Http.Json;
using LeadFunctions.Http;
using LeadFunctions.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace LeadFunctions.Tests;

public sealed class LanguageTests
{
    [Theory]
    [InlineData("", "", "en")]
    [InlineData("?lang=es", "", "es")]
    [InlineData("?lang=ES-mx", "en", "es")]
    [InlineData("?lang=en", "es", "en")]
    [InlineData("?lang=tlh", "es-419", "es")]
    [InlineData("", "es-MX,es;q=0.9,en;q=0.8", "es")]
    [InlineData("", "fr-CH, fr;q=0.9, en;q=0.4, es;q=0.7", "es")]
    [InlineData("", "es;q=0, en;q=0.1", "en")]
    [InlineData("", "est", "en")]
    [InlineData("", "fr", "en")]
    [InlineData("", "*", "en")]
    [InlineData("", ";;q=,,", "en")]
    public void A_request_is_answered_in_the_language_that_it_names_or_else_prefers(string query, string preferred, string expected)
    {
        var request = new DefaultHttpContext().Request;
        request.QueryString = new(query);
        request.Headers.AcceptLanguage = preferred;

        Assert.Equal(expected, RequestLanguage.Of(request).Code);
    }

    [Fact]
    public async Task A_page_speaks_the_language_of_its_address_and_the_next_request_its_own()
    {
        await using var app = await HostedApp.StartAsync();

        var spanish = await app.Client.GetAsync("/unsubscribe/nobody?lang=es");
        var english = await app.Client.GetAsync("/unsubscribe/nobody");

        Assert.Contains("<html lang=\"es\"", await spanish.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("Este enlace está incompleto.", WebUtility.HtmlDecode(await spanish.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Contains("This link is not complete.", await english.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lead_remembers_the_language_of_its_request()
    {
        await using var app = await HostedApp.StartAsync();

        await app.Client.PostAsJsonAsync("/api/calls?lang=es", new { name = "Alma Reyes", phone = "+1 650 555 0123" });

        Assert.Equal("es", Assert.Single(app.Leads.Leads).Language.Code);
    }
}
