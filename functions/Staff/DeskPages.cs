using System.Security.Cryptography;
using LeadFunctions.Clinic;
using LeadFunctions.Http;
using LeadFunctions.Languages;
using LeadFunctions.Leads;
using Microsoft.AspNetCore.Http;

namespace LeadFunctions.Staff;

/// <summary>The pages on which staff work with leads.</summary>
public sealed class DeskPages(PageRenderer renderer, QueueScript script, ClinicProfile clinic, TimeProvider clock)
{
    public const string QueuePath = "/staff";

    private const int OrderBytes = 16;

    public Task<IResult> QueueAsync(WaitingList queue, RecentAnswers? answers) =>
        RenderAsync(new(Wanted.Nothing, queue, Found: null, Next: null, [], NewOrder(), clock.GetUtcNow()) { Answers = answers }, StatusCodes.Status200OK);

    public Task<IResult> FoundAsync(Wanted wanted, LeadPage found, string? next, IReadOnlyDictionary<string, string[]> errors, int status = StatusCodes.Status200OK) =>
        RenderAsync(new(wanted, Queue: null, found, next, [.. errors.SelectMany(error => error.Value.Select(text => $"{error.Key}: {text}"))], NewOrder(), clock.GetUtcNow()), status);

    public Task<IResult> LeadAsync(LeadFile file, IReadOnlyList<MailEvidence> evidence, LeadNews news, int status) =>
        renderer.RenderAsync<LeadDeskPage, LeadDeskView>(
            new(file, evidence, news, NewOrder(), clock.GetUtcNow()), status);

    public Task<IResult> NotFoundAsync() =>
        renderer.RenderAsync<DeskNoticePage, Message>(new(StaffText.NotFoundHeading, StaffText.NotFoundHelp), StatusCodes.Status404NotFound);

    public Task<IResult> UnavailableAsync() =>
        renderer.RenderAsync<DeskNoticePage, Message>(new(StaffText.UnavailableHeading, StaffText.UnavailableHelp), StatusCodes.Status503ServiceUnavailable);

    /// <summary>The address of a lead's page, in the language that is spoken now.</summary>
    public static string AddressOf(Lead lead, ClinicProfile clinic) => $"{PathOf(lead, clinic)}?{Language.Current.Query}";

    /// <summary>The path of a lead's page.</summary>
    public static string PathOf(Lead lead, ClinicProfile clinic) => $"{QueuePath}/leads/{lead.Id.ToReference(clinic.ReferencePrefix)}";

    /// <summary>The address of its page that says that something was done.</summary>
    public string SavedAddressOf(Lead lead) => $"{AddressOf(lead, clinic)}&{LeadNews.SavedParameter}=true";

    private static string NewOrder() => RandomNumberGenerator.GetHexString(OrderBytes * 2, lowercase: true);

    private Task<IResult> RenderAsync(QueueView view, int status) =>
        renderer.RenderAsync<QueuePage, QueueView>(view, status, ownScript: script.Source);
}
