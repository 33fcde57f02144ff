using System.Security.Claims;
using LeadFunctions.Leads;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace LeadFunctions.Access;

/// <summary>
/// Reads access tokens of Microsoft Entra ID (version 2.0; RFC 9068 in spirit). We check them ourselves: a header that the platform may
/// set in front of us, such as X-MS-CLIENT-PRINCIPAL, is anybody's word as soon as that protection is switched off.
/// </summary>
/// <remarks>The keys are fetched with the first token, and again when a key is not known or after a day.</remarks>
public sealed partial class EntraTokens(
    IOptions<EntraOptions> options,
    EntraDocuments documents,
    StaffDirectory staff,
    TimeProvider clock,
    ILogger<EntraTokens> logger)
{
    private const string RolesClaim = "roles";
    private const string NameClaim = "preferred_username";
    private const int LongestToken = 16 * 1024;

    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(2);

    private readonly JsonWebTokenHandler handler = new() { MapInboundClaims = false, MaximumTokenSizeInBytes = LongestToken };
    private readonly Lazy<TokenValidationParameters> rules = new(() => RulesOf(options.Value, documents, clock));

    /// <returns>Who it is, or null when the token does not hold or names nobody who works here.</returns>
    public async Task<StaffMember?> ReadAsync(string token)
    {
        if (!options.Value.IsOn || token.Length > LongestToken)
        {
            return null;
        }

        var result = await handler.ValidateTokenAsync(token, rules.Value);
        if (!result.IsValid)
        {
            LogRefused(result.Exception?.GetType().Name ?? "unknown");
            return null;
        }

        return MemberOf(result.ClaimsIdentity);
    }

    private static TokenValidationParameters RulesOf(EntraOptions options, EntraDocuments documents, TimeProvider clock)
    {
        var issuer = $"{options.EntraAuthority.TrimEnd('/')}/{options.EntraTenant}/v2.0";
        return new()
        {
            ConfigurationManager = new ConfigurationManager<OpenIdConnectConfiguration>(
                $"{issuer}/.well-known/openid-configuration", new OpenIdConnectConfigurationRetriever(), documents),
            ValidIssuer = issuer,
            ValidAudience = options.EntraAudience,
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
            RequireSignedTokens = true,
            RequireExpirationTime = true,
            LifetimeValidator = (notBefore, expires, _, _) =>
            {
                var now = clock.GetUtcNow().UtcDateTime;
                return expires > now - Skew && (notBefore is null || notBefore <= now + Skew);
            },
        };
    }

    // An app role counts before the list, which names people by an address that an administrator of the tenant can change.
    private StaffMember? MemberOf(ClaimsIdentity identity)
    {
        if (!EmailAddress.TryParse(identity.FindFirst(NameClaim)?.Value, out var address, out _))
        {
            return null;
        }

        var roles = identity.FindAll(RolesClaim).Select(claim => claim.Value).ToHashSet(StringComparer.Ordinal);
        return roles.Contains("admin") ? new(address, StaffRole.Admin)
            : roles.Contains("staff") ? new(address, StaffRole.Staff)
            : roles.Contains("marketing") ? new(address, StaffRole.Marketing)
            : staff.Members.FirstOrDefault(member => member.Address == address);
    }

    [LoggerMessage(LogLevel.Warning, "A token of Entra ID was refused: {Reason}.")]
    private partial void LogRefused(string reason);
}
