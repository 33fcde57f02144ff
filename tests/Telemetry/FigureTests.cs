using LeadFunctions.Leads;
using LeadFunctions.Telemetry;

namespace LeadFunctions.Tests.Telemetry;

/// <summary>What is measured, by name, unit and tags.</summary>
public sealed class FigureTests : IDisposable
{
    private readonly Heard heard = new();

    public void Dispose() => heard.Dispose();

    [Fact]
    public void Each_figure_has_a_name_a_unit_and_tags_that_name_nobody()
    {
        Figures.Captured(LeadKind.Call, isHeld: true);
        Figures.TakenUp(Track.Visitor, TimeSpan.FromSeconds(12.5));
        Figures.TakenUp(Track.Alert, TimeSpan.FromSeconds(-3));
        Figures.Claimed(Track.Visitor);
        Figures.Sent(Track.Visitor, "Figured");
        Figures.Judged("figured");
        Figures.Told(MailEventKind.Bounced, TimeSpan.FromSeconds(77.25));
        Figures.Ran("Figured", TimeSpan.FromSeconds(0.5));
        Figures.Answered(LeadKind.Call, TimeSpan.FromSeconds(901.5));
        Figures.ClicksLost(7);

        Assert.Superset(
            new HashSet<string>
            {
                "leads.captured 1 {lead} kind=Call held=True",
                "due.age 12.5 s track=Visitor",
                "due.age 0 s track=Alert",
                "mails.claimed 1 {mail} track=Visitor",
                "mails.sent 1 {mail} track=Visitor outcome=Figured",
                "mails.uncertain 1 {mail} found=figured",
                "webhook.lag 77.25 s kind=Bounced",
                "function.duration 0.5 s function=Figured",
                "first.response 901.5 s kind=Call",
                "clicks.lost 7 {click} ",
            },
            heard.Measured.ToHashSet());
    }
}
