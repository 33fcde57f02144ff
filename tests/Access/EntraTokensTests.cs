using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using LeadFunctions.Access;
using LeadFunctions.Leads;
using LeadFunctions.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace LeadFunctions.Tests.Access;

/// <summary>Tokens as Entra ID issues them, from an authority on this machine with keys of its own.</summary>
public sealed class EntraTokensTests : IAsyncLifetime
{
    private const string Tenant = "7d1c2d0e-55aa-4f7e-9d3b-1f2e3d4c5b6a";
    private const string Audience = "api://leads";

    private readonly RSA key = RSA.Create(2048);
    private readonly FakeTimeProvider clock = new(ALead.Noon);
    private WebApplication authority = null!;
    private EntraDocuments documents = null!;
    private EntraTokens tokens = null!;
    private string address = "";
    private string? keysAddress;
    private int fetched;

    private string Issuer => $"{address}/{Tenant}/v2.0";

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        authority = builder.Build();
        authority.Run(AnswerAsync);
        await authority.StartAsync();
        address = authority.Urls.Single();
        var options = Options.Create(new EntraOptions { EntraTenant = Tenant, EntraAudience = Audience, EntraAuthority = address });
        documents = new(options);
        var staff = new StaffOptions();
        staff.Members.Add("frontdesk@example.com;staff");
        tokens = new(options, documents, new StaffDirectory(Options.Create(staff)), clock, NullLogger<EntraTokens>.Instance);
    }

    public async Task DisposeAsync()
    {
        documents.Dispose();
        key.Dispose();
        await authority.DisposeAsync();
    }

    [Fact]
    public async Task Somebody_on_the_list_is_known_and_the_keys_are_fetched_when_needed()
    {
        Assert.Equal(0, fetched);

        Assert.Equal(new(ALead.Email("frontdesk@example.com"), StaffRole.Staff), await tokens.ReadAsync(Token()));
        await tokens.ReadAsync(Token());

        Assert.Equal(2, fetched);
    }

    [Theory]
    [InlineData("staff", StaffRole.Staff)]
    [InlineData("marketing", StaffRole.Marketing)]
    [InlineData("admin", StaffRole.Admin)]
    [InlineData("marketing staff admin", StaffRole.Admin)]
    [InlineData("Admin staff", StaffRole.Staff)]
    public async Task An_app_role_counts_before_the_list(string roles, StaffRole expected)
    {
        var member = await tokens.ReadAsync(Token(claims: new() { ["preferred_username"] = "other@example.com", ["roles"] = roles.Split(' ') }));

        Assert.Equal(expected, member?.Role);
    }

    [Fact]
    public async Task Whoever_is_neither_on_the_list_nor_has_a_role_is_nobody()
    {
        Assert.Null(await tokens.ReadAsync(Token(claims: new() { ["preferred_username"] = "other@example.com" })));
        Assert.Null(await tokens.ReadAsync(Token(claims: new() { ["roles"] = new[] { "visitor" }, ["preferred_username"] = "other@example.com" })));
        Assert.Null(await tokens.ReadAsync(Token(claims: new() { ["roles"] = new[] { "admin" } })));
        Assert.Null(await tokens.ReadAsync(Token(claims: new() { ["email"] = "frontdesk@example.com" })));
    }

    [Fact]
    public async Task A_token_of_another_issuer_or_for_another_audience_does_not_hold()
    {
        Assert.Null(await tokens.ReadAsync(Token(issuer: $"{address}/00000000-0000-0000-0000-000000000001/v2.0")));
        Assert.Null(await tokens.ReadAsync(Token(issuer: $"https://sts.windows.net/{Tenant}/")));
        Assert.Null(await tokens.ReadAsync(Token(audience: "api://other")));
    }

    [Fact]
    public async Task A_token_holds_from_its_beginning_to_its_end()
    {
        var token = Token();
        Assert.NotNull(await tokens.ReadAsync(token));

        clock.Advance(TimeSpan.FromMinutes(63));

        Assert.Null(await tokens.ReadAsync(token));
        Assert.Null(await tokens.ReadAsync(Token(from: clock.GetUtcNow().AddMinutes(10))));
    }

    [Fact]
    public async Task A_token_that_is_signed_otherwise_does_not_hold()
    {
        using var another = RSA.Create(2048);
        var good = Token().Split('.');

        Assert.Null(await tokens.ReadAsync(Token(with: new RsaSecurityKey(another) { KeyId = "one" })));
        Assert.Null(await tokens.ReadAsync(Token(with: new RsaSecurityKey(another) { KeyId = "unknown" })));
        Assert.Null(await tokens.ReadAsync(Token(with: new RsaSecurityKey(key) { KeyId = "one" }, algorithm: SecurityAlgorithms.RsaSha512)));
        Assert.Null(await tokens.ReadAsync(Token(with: new SymmetricSecurityKey(key.ExportSubjectPublicKeyInfo()) { KeyId = "one" }, algorithm: SecurityAlgorithms.HmacSha256)));
        Assert.Null(await tokens.ReadAsync($"{Base64UrlEncoder.Encode("""{"alg":"none","typ":"JWT"}""")}.{good[1]}."));
        Assert.Null(await tokens.ReadAsync($"{good[0]}.{good[1]}."));
        Assert.Null(await tokens.ReadAsync($"{good[0]}.{good[1]}x.{good[2]}"));
        Assert.Null(await tokens.ReadAsync("nonsense"));
        Assert.Null(await tokens.ReadAsync(""));
        Assert.NotNull(await tokens.ReadAsync(string.Join('.', good)));
    }

    [Fact]
    public async Task Keys_of_another_host_are_not_fetched()
    {
        keysAddress = $"http://localhost:{new Uri(address).Port}/keys";

        Assert.Null(await tokens.ReadAsync(Token()));

        Assert.Equal(1, fetched);
    }

    [Fact]
    public async Task Without_a_tenant_no_token_is_taken()
    {
        var options = Options.Create(new EntraOptions { EntraAuthority = address });
        var off = new EntraTokens(options, documents, new StaffDirectory(Options.Create(new StaffOptions())), clock, NullLogger<EntraTokens>.Instance);

        Assert.Null(await off.ReadAsync(Token()));
        Assert.Equal(0, fetched);
    }

    [Theory]
    [InlineData(Tenant, Audience, "https://login.microsoftonline.com", "Production", true)]
    [InlineData("", "", "https://login.microsoftonline.com", "Production", true)]
    [InlineData(Tenant, "", "https://login.microsoftonline.com", "Production", false)]
    [InlineData("", Audience, "https://login.microsoftonline.com", "Production", false)]
    [InlineData("common", Audience, "https://login.microsoftonline.com", "Production", false)]
    [InlineData(Tenant, Audience, "https://evil.example.com", "Production", false)]
    [InlineData(Tenant, Audience, "https://login.microsoftonline.com@evil.example.com", "Production", false)]
    [InlineData(Tenant, Audience, "http://login.microsoftonline.com", "Production", false)]
    [InlineData(Tenant, Audience, "http://127.0.0.1:8080", "Production", false)]
    [InlineData(Tenant, Audience, "http://127.0.0.1:8080", "Development", true)]
    public void Settings_name_one_tenant_and_microsofts_own_hosts(string tenant, string audience, string authority, string environment, bool expected)
    {
        var validator = new EntraOptionsValidator(new HostingEnvironment { EnvironmentName = environment });

        Assert.Equal(expected, validator.Validate(null, new() { EntraTenant = tenant, EntraAudience = audience, EntraAuthority = authority }).Succeeded);
    }

    private string Token(
        string? issuer = null,
        string audience = Audience,
        DateTimeOffset? from = null,
        SecurityKey? with = null,
        string algorithm = SecurityAlgorithms.RsaSha256,
        Dictionary<string, object>? claims = null)
    {
        var start = from ?? ALead.Noon;
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuer ?? Issuer,
            Audience = audience,
            NotBefore = start.UtcDateTime,
            Expires = start.UtcDateTime.AddHours(1),
            Claims = claims ?? new() { ["preferred_username"] = "Frontdesk@example.com" },
            SigningCredentials = new(with ?? new RsaSecurityKey(key) { KeyId = "one" }, algorithm) { CryptoProviderFactory = new() { CacheSignatureProviders = false } },
        });
    }

    private Task AnswerAsync(HttpContext http)
    {
        Interlocked.Increment(ref fetched);
        var path = http.Request.Path.Value;
        var parameters = key.ExportParameters(includePrivateParameters: false);
        object document = path == "/keys"
            ? new { keys = new[] { new { kty = "RSA", use = "sig", kid = "one", n = Base64UrlEncoder.Encode(parameters.Modulus), e = Base64UrlEncoder.Encode(parameters.Exponent) } } }
            : new { issuer = Issuer, jwks_uri = keysAddress ?? $"{address}/keys" };
        http.Response.ContentType = "application/json";
        return http.Response.WriteAsync(JsonSerializer.Serialize(document));
    }
}
