using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace LeadFunctions.Staff;

/// <summary>What there is to say on the page of a lead before all else.</summary>
public sealed record LeadNews
{
    /// <summary>The parameter of an address that says that something was done.</summary>
    public const string SavedParameter = "saved";

    /// <summary>What was done is done.</summary>
    public bool IsSaved { get; private init; }

    /// <summary>What cannot be done, and why; null where nothing is wrong.</summary>
    public string? Problem { get; private init; }

    /// <summary>How many changes they had seen when somebody else made another one; null where nobody did.</summary>
    public int? Seen { get; private init; }

    /// <summary>What they were about to do, which is not done.</summary>
    public string Deed { get; private init; } = "";

    /// <summary>The note that they typed.</summary>
    public string Note { get; private init; } = "";

    /// <summary>The reason that they typed.</summary>
    public string Reason { get; private init; } = "";

    /// <summary>Of a page that is opened.</summary>
    public static LeadNews Of(HttpRequest request) => new() { IsSaved = request.Query[SavedParameter] == "true" };

    /// <summary>Of a form that comes back, with what was typed.</summary>
    /// <param name="form">The form.</param>
    /// <param name="problem">What is wrong with it; null when somebody else was faster.</param>
    public static LeadNews Of(IFormCollection form, string? problem) => new()
    {
        Problem = problem,
        Seen = problem is null ? SeenOf(form["seen"].ToString()) : null,
        Deed = form[StaffDeed.Field].ToString(),
        Note = form["note"].ToString(),
        Reason = form["reason"].ToString(),
    };

    /// <summary>Says nothing: a note is somebody's health.</summary>
    public override string ToString() => nameof(LeadNews);

    private static int SeenOf(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen : 0;
}
