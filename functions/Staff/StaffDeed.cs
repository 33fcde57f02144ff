using LeadFunctions.Desk;
using LeadFunctions.Languages;
using LeadFunctions.Leads;
using Microsoft.AspNetCore.Http;

namespace LeadFunctions.Staff;

/// <summary>What somebody at the desk did with a lead, as a form of its page says.</summary>
/// <param name="Change">What is to be changed; null when the form says nothing that can be done.</param>
/// <param name="Problem">Why not, in the words of the page; null when there is no problem.</param>
public sealed record StaffDeed(LeadChange? Change, string? Problem)
{
    /// <summary>The person has asked staff for no more e-mail; the note in <see cref="Change"/> says who heard it.</summary>
    public bool StopsMail { get; init; }

    /// <summary>The field that says what was done.</summary>
    public const string Field = "deed";

    public const string Claim = "claim";
    public const string GiveBack = "give-back";
    public const string Note = "note";
    public const string Call = "call";
    public const string Book = "book";
    public const string Close = "close";
    public const string Spam = "spam";
    public const string NotSpam = "not-spam";
    public const string Reopen = "reopen";
    public const string Pause = "pause";
    public const string Resume = "resume";
    public const string StopMail = "stop-mail";
    public const string ReleaseArticles = "release-articles";
    public const string PutBack = "put-back";
    public const string SetAside = "set-aside";

    /// <summary>The field that names a mail.</summary>
    public const string Mail = "mail";

    /// <param name="form">What was sent.</param>
    /// <param name="actor">Who sent it.</param>
    public static StaffDeed Of(IFormCollection form, string actor) => form[Field].ToString() switch
    {
        Claim => new(new() { Assignee = StaffName.TryRead(actor) }, Problem: null),
        GiveBack => new(new() { Assignee = "" }, Problem: null),
        Note => OfNote(form["note"].ToString()),
        Call => OfCall(form["call"].ToString(), form["note"].ToString()),
        Book => new(new() { Status = LeadStatus.Booked }, Problem: null),
        Close => OfClosing(form["reason"].ToString()),
        Spam => new(new() { Status = LeadStatus.Spam }, Problem: null),
        NotSpam => new(new() { ReleasesQuarantine = true, Status = LeadStatus.New }, Problem: null),
        Reopen => new(new() { Status = LeadStatus.New }, Problem: null),
        Pause => new(new() { IsFollowUpPaused = true }, Problem: null),
        Resume => new(new() { IsFollowUpPaused = false }, Problem: null),
        StopMail => new(new() { Note = StaffText.StopMailNote }, Problem: null) { StopsMail = true },
        ReleaseArticles => new(new() { ReleasesArticles = true }, Problem: null),
        PutBack => OfLetter(form[Mail].ToString(), isPutBack: true),
        SetAside => OfLetter(form[Mail].ToString(), isPutBack: false),
        _ => new(Change: null, StaffText.DeedUnknown),
    };

    private static StaffDeed OfLetter(string text, bool isPutBack) => SendKey.TryParse(text) is { } mail
        ? new(new() { Letter = new(mail, isPutBack) }, Problem: null)
        : new(Change: null, StaffText.DeedUnknown);

    private static StaffDeed OfNote(string text) => StaffWords.TryReadNote(text) is { } note
        ? new(new() { Note = note }, Problem: null)
        : new(Change: null, StaffText.NoteExpected.With(StaffWords.LongestNote));

    private static StaffDeed OfCall(string result, string text) =>
        Wire.Read<CallResult>(result) is not { } call ? new(Change: null, StaffText.DeedUnknown)
        : string.IsNullOrWhiteSpace(text) ? new(new() { Call = call }, Problem: null)
        : OfNote(text) is { Change: { } change } ? new(change with { Call = call }, Problem: null)
        : OfNote(text);

    private static StaffDeed OfClosing(string text) => StaffWords.TryReadLine(text) is { } reason
        ? new(new() { Status = LeadStatus.Closed, ClosedReason = reason }, Problem: null)
        : new(Change: null, StaffText.ReasonExpected.With(StaffWords.LongestReason));
}
