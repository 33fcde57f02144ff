using LeadFunctions.Access;
using LeadFunctions.Http;
using LeadFunctions.Leads;
using LeadFunctions.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LeadFunctions.Tests.Access;

/// <summary>What the gate makes of a statement and a request, whatever the function.</summary>
public sealed class GateTests : IAsyncDisposable
{
    private readonly TestApp app = new();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_function_that_says_nothing_lets_nobody_in()
    {
        Assert.Equal(403, await StatusAsync(Request("GET"), statement: null));
        Assert.Equal(403, await StatusAsync(Request("GET"), new UnknownAttribute()));
        Assert.Null(Statements.Of("LeadFunctions.Nothing.Like.It"));
        Assert.Null(Statements.Of("nothing"));
    }

    [Theory]
    [InlineData(null, "", "", false, false)]
    [InlineData("cross-site", "", "", false, false)]
    [InlineData("same-site", "", "", true, false)]
    [InlineData("same-origin", "https://evil.example.com", "", true, false)]
    [InlineData(null, "https://evil.example.com", "", true, false)]
    [InlineData(null, "null", "", true, false)]
    [InlineData(null, "https://requests.example.com.evil.example.com", "", true, false)]
    [InlineData("same-origin", "https://requests.example.com", "", false, false)]
    [InlineData("same-origin", "https://requests.example.com", "another", true, false)]
    [InlineData("same-origin", "https://requests.example.com", "", true, true)]
    [InlineData("same-origin", "null", "", true, true)]
    [InlineData("none", "", "", true, true)]
    [InlineData(null, "", "", true, true)]
    [InlineData(null, "https://requests.example.com", "", true, true)]
    public async Task What_changes_something_comes_from_our_own_page_of_this_session(string? site, string origin, string tokenOf, bool hasToken, bool expected)
    {
        var session = Session.Start(StaffBrowser.Member("frontdesk@example.com;staff"), app.Clock.GetUtcNow());
        var other = Session.Start(session.Member, app.Clock.GetUtcNow());
        var http = Request("POST", session);
        if (site is not null)
        {
            http.Request.Headers["Sec-Fetch-Site"] = site;
        }

        if (origin.Length > 0)
        {
            http.Request.Headers.Origin = origin;
        }

        if (hasToken)
        {
            http.Request.Headers[AntiForgeryTokens.Header] = app.Get<AntiForgeryTokens>().For(tokenOf.Length > 0 ? other : session);
        }

        Assert.Equal(expected ? null : 403, await StatusAsync(http, new ForRoleAttribute(StaffRole.Staff)));
    }

    [Fact]
    public async Task The_token_of_a_form_is_read_and_the_form_is_left_to_the_function()
    {
        var session = Session.Start(StaffBrowser.Member("frontdesk@example.com;staff"), app.Clock.GetUtcNow());
        var token = app.Get<AntiForgeryTokens>().For(session);
        var http = Request("POST", session, $"note=called&{AntiForgeryTokens.Field}={token}");

        var admission = await app.Get<Gate>().AdmitAsync(http, new ForRoleAttribute(StaffRole.Staff));

        Assert.Equal("frontdesk@example.com", Assert.IsType<Admission.Granted>(admission).Person!.Actor);
        Assert.Equal("called", http.Request.Form["note"]);
    }

    [Fact]
    public void No_bit_of_a_forms_token_can_be_changed()
    {
        var session = Session.Start(StaffBrowser.Member("frontdesk@example.com;staff"), app.Clock.GetUtcNow());
        var tokens = app.Get<AntiForgeryTokens>();

        Assert.DoesNotContain(Flips(tokens.For(session)), flipped => tokens.IsOf(session, flipped));
        Assert.False(tokens.IsOf(session, app.Get<TokenSigner>().Sign(TokenPurpose.SignIn, Convert.FromHexString(session.Id), null)));
        var token = tokens.For(session);
        Assert.True(tokens.IsOf(session, token));
        app.Clock.Advance(Session.Longest + TimeSpan.FromSeconds(1));
        Assert.False(tokens.IsOf(session, token));
    }

    [Theory]
    [InlineData(StaffRole.Staff, StaffRole.Staff, true)]
    [InlineData(StaffRole.Staff, StaffRole.Marketing, false)]
    [InlineData(StaffRole.Staff, StaffRole.Admin, true)]
    [InlineData(StaffRole.Marketing, StaffRole.Staff, false)]
    [InlineData(StaffRole.Marketing, StaffRole.Marketing, true)]
    [InlineData(StaffRole.Marketing, StaffRole.Admin, true)]
    [InlineData(StaffRole.Admin, StaffRole.Staff, false)]
    [InlineData(StaffRole.Admin, StaffRole.Marketing, false)]
    [InlineData(StaffRole.Admin, StaffRole.Admin, true)]
    public void A_role_admits_itself_and_admins(StaffRole asked, StaffRole somebody, bool expected) =>
        Assert.Equal(expected, new ForRoleAttribute(asked).Admits(somebody));

    [Fact]
    public async Task The_word_of_the_platform_is_worth_nothing()
    {
        var http = Request("GET");
        http.Request.Headers["X-MS-CLIENT-PRINCIPAL"] = Convert.ToBase64String("""{"claims":[{"typ":"roles","val":"admin"}]}"""u8);
        http.Request.Headers["X-MS-CLIENT-PRINCIPAL-NAME"] = "manager@example.com";

        Assert.Equal(401, await StatusAsync(http, new ForRoleAttribute(StaffRole.Staff)));
    }

    [Fact]
    public async Task A_token_that_does_not_hold_is_not_made_good_by_a_cookie()
    {
        var http = Request("GET", Session.Start(StaffBrowser.Member("frontdesk@example.com;staff"), app.Clock.GetUtcNow()));
        http.Request.Headers.Authorization = "Bearer nonsense";

        Assert.Equal(401, await StatusAsync(http, new ForRoleAttribute(StaffRole.Staff)));
    }

    [Fact]
    public async Task While_storage_is_away_nobody_gets_in_and_nobody_is_sent_away()
    {
        var session = Session.Start(StaffBrowser.Member("frontdesk@example.com;staff"), app.Clock.GetUtcNow());
        var known = Request("GET", session);
        Assert.Null(await StatusAsync(known, new ForRoleAttribute(StaffRole.Staff)));

        app.Sessions.IsAway = true;
        Assert.Null(await StatusAsync(known, new ForRoleAttribute(StaffRole.Staff)));
        app.Clock.Advance(EndedSessionsCache.Freshness);

        Assert.Equal(503, await StatusAsync(known, new ForRoleAttribute(StaffRole.Staff)));
    }

    [Fact]
    public void Nobody_is_signed_in_where_nobody_needs_to_be() => Assert.Throws<InvalidOperationException>(() => SignedIn.Current);

    /// <summary>Every text that differs from a token in one bit of what it encodes.</summary>
    internal static IEnumerable<string> Flips(string token)
    {
        var bytes = System.Buffers.Text.Base64Url.DecodeFromChars(token);
        for (var bit = 0; bit < bytes.Length * 8; bit++)
        {
            var flipped = bytes.ToArray();
            flipped[bit / 8] ^= (byte)(1 << (bit % 8));
            yield return System.Buffers.Text.Base64Url.EncodeToString(flipped);
        }
    }

    private DefaultHttpContext Request(string method, Session? session = null, string? form = null)
    {
        var http = new DefaultHttpContext();
        http.Request.Method = method;
        http.Request.Scheme = "https";
        http.Request.Host = new("requests.example.com");
        http.Request.Path = "/staff/somewhere";
        if (session is not null)
        {
            http.Request.Headers.Cookie = $"{app.Get<StaffSessions>().CookieName}={app.Get<SessionCookie>().Write(session)}";
        }

        if (form is not null)
        {
            http.Request.ContentType = "application/x-www-form-urlencoded";
            http.Request.Body = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(form));
        }

        return http;
    }

    private async Task<int?> StatusAsync(HttpContext http, AccessAttribute? statement) => await app.Get<Gate>().AdmitAsync(http, statement) switch
    {
        Admission.Refused { Answer: ProblemHttpResult problem } => problem.StatusCode,
        Admission.Refused { Answer: PageResult page } => page.Status,
        Admission.Refused => 303,
        _ => null,
    };

    private sealed class UnknownAttribute : AccessAttribute;
}
