using LeadFunctions.Capture;
using LeadFunctions.Leads;
using LeadFunctions.Tests.Support;

namespace LeadFunctions.Tests.Capture;

public sealed class FormTokensTests : IAsyncDisposable
{
    private readonly TestApp app = new();

    private FormTokens Forms => app.Get<FormTokens>();

    [Fact]
    public void A_form_of_ours_says_when_it_was_opened()
    {
        var token = Forms.Make(LeadKind.Call);
        app.Clock.Advance(TimeSpan.FromMilliseconds(61_234));

        var reading = Assert.IsType<FormTokenReading.Genuine>(Forms.Read(token, LeadKind.Call));

        Assert.Equal(TimeSpan.FromMilliseconds(61_234), reading.Age);
    }

    [Fact]
    public void Each_form_is_another_one() => Assert.NotEqual(Forms.Make(LeadKind.Call), Forms.Make(LeadKind.Call));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    public void No_token_is_absent(string? token) => Assert.IsType<FormTokenReading.Absent>(Forms.Read(token, LeadKind.Call));

    [Fact]
    public void What_is_not_ours_or_for_another_request_is_foreign()
    {
        var token = Forms.Make(LeadKind.Appointment);
        var thanks = app.Get<LeadLinks>().Thanks(new(7), LeadKind.Call, isUrgent: false, []).Split('/')[^1];
        string[] foreign = ["token", "!", new('a', 5000), token[..^1] + (token[^1] == 'A' ? 'B' : 'A'), thanks];

        Assert.All(foreign, text => Assert.IsType<FormTokenReading.Foreign>(Forms.Read(text, LeadKind.Appointment)));
        Assert.IsType<FormTokenReading.Foreign>(Forms.Read(token, LeadKind.Call));
    }

    [Fact]
    public void A_form_that_is_shown_again_keeps_its_time()
    {
        var token = Forms.Make(LeadKind.Call);
        app.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(token, Forms.Keep(token, LeadKind.Call));
        Assert.IsType<FormTokenReading.Genuine>(Forms.Read(Forms.Keep("made up", LeadKind.Call), LeadKind.Call));
        Assert.IsType<FormTokenReading.Genuine>(Forms.Read(Forms.Keep(null, LeadKind.Call), LeadKind.Call));
    }

    [Theory]
    [InlineData(-5_000, false, "too-quick")]
    [InlineData(0, false, "too-quick")]
    [InlineData(1_999, false, "too-quick")]
    [InlineData(1_999, true, "quick-browser")]
    [InlineData(2_000, false, "")]
    [InlineData(2_000, true, "")]
    [InlineData(24 * 3600_000L, true, "")]
    [InlineData(7 * 24 * 3600_000L, true, "")]
    [InlineData((7 * 24 * 3600_000L) + 1, true, "old-form")]
    public void How_long_a_form_was_open_is_a_sign_at_both_ends(long milliseconds, bool isBrowser, string sign) =>
        Assert.Equal(sign, Signs(new FormTokenReading.Genuine("token", TimeSpan.FromMilliseconds(milliseconds)), isTrapFilled: false, isBrowser));

    [Fact]
    public void A_form_that_is_missing_or_foreign_is_a_sign_and_so_is_the_trap()
    {
        Assert.Equal("no-form", Signs(new FormTokenReading.Absent(), isTrapFilled: false, isBrowser: false));
        Assert.Equal("foreign-form", Signs(new FormTokenReading.Foreign(), isTrapFilled: false, isBrowser: true));
        Assert.Equal("trap no-form", Signs(new FormTokenReading.Absent(), isTrapFilled: true, isBrowser: true));
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private string Signs(FormTokenReading form, bool isTrapFilled, bool isBrowser) =>
        string.Join(' ', FormSigns.In(form, isTrapFilled, isBrowser, app.Get<SpamRules>()));
}
