using System.Diagnostics;
using LeadFunctions.Clinic;
using LeadFunctions.Http;
using LeadFunctions.Languages;
using LeadFunctions.Leads;
using LeadFunctions.StaffMail;
using Microsoft.AspNetCore.Http;

namespace LeadFunctions.MailDeeds;

/// <summary>The pages behind the links in mails to staff.</summary>
public sealed class MailDeedPages(PageRenderer renderer, ClinicProfile clinic, TimeProvider clock)
{
    private const string DeskPath = "/staff";

    /// <param name="token">The token of the link.</param>
    /// <param name="result">What came of it.</param>
    /// <param name="isPressed">Whether the button was pressed: then what cannot be done is a conflict.</param>
    public Task<IResult> AnswerAsync(string token, MailDeedResult result, bool isPressed)
    {
        var address = DeedLinks.Path + Uri.EscapeDataString(token);
        return result switch
        {
            MailDeedResult.Possible { Link: var link, Standing: var standing } =>
                RenderAsync(About(standing, Question(link.Deed), [Help(link.Deed), .. Stands(standing)], address) with { Button = Button(link.Deed) }),
            MailDeedResult.Holds { Link: var link, Standing: var standing } =>
                RenderAsync(About(standing, Done(link.Deed), Stands(standing), address)),
            MailDeedResult.Overtaken { Standing: var standing } => RenderAsync(
                About(standing, MailDeedText.OvertakenHeading, Stands(standing), address),
                isPressed ? StatusCodes.Status409Conflict : StatusCodes.Status200OK),
            MailDeedResult.Gone => SayAsync(StatusCodes.Status404NotFound, MailDeedText.GoneHeading, MailDeedText.GoneHelp, address),
            MailDeedResult.Expired => SayAsync(StatusCodes.Status410Gone, MailDeedText.ExpiredHeading, MailDeedText.ExpiredHelp, address),
            MailDeedResult.NotOurs => SayAsync(StatusCodes.Status401Unauthorized, MailDeedText.NotOursHeading, MailDeedText.NotOursHelp, address),
            MailDeedResult.Unavailable =>
                SayAsync(StatusCodes.Status503ServiceUnavailable, MailDeedText.UnavailableHeading, MailDeedText.UnavailableHelp, address),
            _ => throw new UnreachableException(),
        };
    }

    private MailDeedView About(LeadStanding standing, string heading, IReadOnlyList<string> paragraphs, string address)
    {
        var reference = standing.Lead.ToReference(clinic.ReferencePrefix);
        return new(heading, reference, paragraphs, address) { Desk = $"{DeskPath}/leads/{reference}" };
    }

    private Task<IResult> SayAsync(int status, string heading, string help, string address) =>
        RenderAsync(new(heading, Reference: null, [help], address) { Desk = DeskPath }, status);

    private Task<IResult> RenderAsync(MailDeedView view, int status = StatusCodes.Status200OK) =>
        renderer.RenderAsync<MailDeedPage, MailDeedView>(view, status);

    private static string Question(MailDeed deed) => deed switch
    {
        MailDeed.Called => MailDeedText.AskCalled,
        MailDeed.Booked => MailDeedText.AskBooked,
        MailDeed.Spam => MailDeedText.AskSpam,
        _ => MailDeedText.AskClaimed,
    };

    private static string Help(MailDeed deed) => deed switch
    {
        MailDeed.Called => MailDeedText.HelpCalled,
        MailDeed.Booked => MailDeedText.HelpBooked,
        MailDeed.Spam => MailDeedText.HelpSpam,
        _ => MailDeedText.HelpClaimed,
    };

    private static string Button(MailDeed deed) => deed switch
    {
        MailDeed.Called => MailDeedText.ButtonCalled,
        MailDeed.Booked => MailDeedText.ButtonBooked,
        MailDeed.Spam => MailDeedText.ButtonSpam,
        _ => MailDeedText.ButtonClaimed,
    };

    private static string Done(MailDeed deed) => deed switch
    {
        MailDeed.Called => MailDeedText.DoneCalled,
        MailDeed.Booked => MailDeedText.DoneBooked,
        MailDeed.Spam => MailDeedText.DoneSpam,
        _ => MailDeedText.DoneClaimed,
    };

    private List<string> Stands(LeadStanding standing)
    {
        var who = standing.By ?? MailDeedText.Somebody;
        var when = standing.At is { } at ? clinic.Time.At(at, clock.GetUtcNow()) : "";
        var lines = new List<string>
        {
            standing switch
            {
                { Status: LeadStatus.New } or { At: null } => MailDeedText.StandsNew,
                { Status: LeadStatus.Contacted } => MailDeedText.StandsContacted.With(who, when),
                { Status: LeadStatus.Booked } => MailDeedText.StandsBooked.With(who, when),
                { Status: LeadStatus.Closed } => MailDeedText.StandsClosed.With(who, when),
                _ => MailDeedText.StandsSpam.With(who, when),
            },
        };
        if (standing.Owner is { } owner)
        {
            lines.Add(MailDeedText.StandsOwned.With(owner));
        }

        return lines;
    }
}
