namespace LeadFunctions.Tests.Support;

/// <summary>Settings that hold, for an app that talks to nobody.</summary>
internal static class TestSettings
{
    public static Dictionary<string, string?> All => new()
    {
        ["Leads:Storage"] = "UseDevelopmentStorage=true",
        ["Leads:Pepper"] = "a-pepper-for-tests-that-is-long-enough",
        ["Leads:SigningKeys:0"] = "a-signing-key-for-tests-that-is-long-enough",
        ["Leads:PublicBaseUrl"] = "https://requests.example.com",
        ["Email:Provider"] = "SendGrid",
        ["SendGrid:ApiKey"] = "key",
        ["SendGrid:BaseUrl"] = "http://127.0.0.1:9",
        ["FollowUp:Schedule"] = "0 * * * * *",
        ["Digest:Schedule"] = "0 */15 * * * *",
        ["Overdue:Schedule"] = "0 */5 * * * *",
        ["Stats:Schedule"] = "0 */10 * * * *",
        ["Marketing:Schedule"] = "0 20 * * * *",
        ["Leads:Retention"] = "closed=365.00:00:00;spam=30.00:00:00;quarantined=90.00:00:00",
        ["Privacy:Schedule"] = "30 * * * * *",
        ["Retention:Schedule"] = "0 30 9 * * *",
        ["Webhooks:Schedule"] = "15 * * * * *",
        ["Spill:Schedule"] = "45 * * * * *",
        ["Backup:Schedule"] = "0 */5 8-11 * * *",
        ["Scrub:Schedule"] = "0 */5 12-15 * * 0",
        ["Staff:Members:0"] = "frontdesk@example.com;staff",
    };
}
