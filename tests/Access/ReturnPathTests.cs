using LeadFunctions.Access;

namespace LeadFunctions.Tests.Access;

/// <summary>Where people go back to after they signed in.</summary>
public sealed class ReturnPathTests
{
    [Theory]
    [InlineData("/staff")]
    [InlineData("/staff/account")]
    [InlineData("/staff/leads/PAMB-7K3F9Q")]
    [InlineData("/marketing")]
    [InlineData("/marketing/2026.csv")]
    public void A_page_for_staff_or_marketing_is_one(string path) => Assert.Equal(path, ReturnPath.Of(path));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("staff")]
    [InlineData("//evil.example.com")]
    [InlineData("//evil.example.com/staff")]
    [InlineData("///evil.example.com")]
    [InlineData("/\\evil.example.com")]
    [InlineData("\\\\evil.example.com")]
    [InlineData("https://evil.example.com/staff")]
    [InlineData("https:/staff")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/staff//evil.example.com")]
    [InlineData("/staff/../r/x")]
    [InlineData("/staff/..")]
    [InlineData("/staff/./x")]
    [InlineData("/staff\\..\\x")]
    [InlineData("/staff/%2e%2e/x")]
    [InlineData("/staff/%0d%0aSet-Cookie:x")]
    [InlineData("/staff\r\nSet-Cookie: x")]
    [InlineData("/staff\n")]
    [InlineData("/staff/x?q=Robin")]
    [InlineData("/staff#x")]
    [InlineData("/staff@evil.example.com")]
    [InlineData("/staff.evil.example.com")]
    [InlineData("/staffx")]
    [InlineData("/Staff/x\u2028")]
    [InlineData(" /staff")]
    [InlineData("/staff/ ")]
    [InlineData("/staff/\u0661")]
    [InlineData("/staff/sign-in")]
    [InlineData("/staff/sign-in/abc")]
    [InlineData("/staff/Sign-out")]
    [InlineData("/staff/sign-out-everywhere")]
    [InlineData("/privacy/x")]
    [InlineData("/api/leads")]
    public void Anything_else_is_none(string? path) => Assert.Null(ReturnPath.Of(path));

    [Fact]
    public void A_long_one_is_none() => Assert.Null(ReturnPath.Of("/staff/" + new string('a', 200)));
}
