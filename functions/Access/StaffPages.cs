using LeadFunctions.Leads;

namespace LeadFunctions.Access;

/// <summary>The pages that people choose from when they are signed in; the first that they may open is where they begin.</summary>
public static class StaffPages
{
    /// <summary>One line for each page, in the order in which they are shown; admins open all.</summary>
    private static readonly (string Path, Func<string> Label, StaffRole[] Roles)[] All =
    [
        ("/staff", () => AccessText.Leads, [StaffRole.Staff]),
        ("/marketing", () => AccessText.Figures, [StaffRole.Marketing]),
        ("/staff/webhooks", () => AccessText.Webhooks, []),
        ("/staff/system", () => AccessText.System, []),
        ("/staff/account", () => AccessText.Account, [StaffRole.Staff, StaffRole.Marketing]),
    ];

    /// <summary>What somebody may open: path and name.</summary>
    public static IEnumerable<(string Path, string Label)> For(StaffMember member) =>
        All.Where(page => member.Role == StaffRole.Admin || page.Roles.Contains(member.Role)).Select(page => (page.Path, page.Label()));

    /// <summary>Where somebody begins.</summary>
    public static string HomeOf(StaffMember member) => For(member).First().Path;
}
