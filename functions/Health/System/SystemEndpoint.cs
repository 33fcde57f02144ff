using LeadFunctions.Http;
using LeadFunctions.Leads;
using Microsoft.AspNetCore.Http;

namespace LeadFunctions.Health;

/// <summary>Shows admins how the app runs. When storage is away, the page says that.</summary>
public sealed class SystemEndpoint(SystemReading reading, PageRenderer renderer)
{
    /// <summary>The path of the page.</summary>
    public const string Path = "/staff/system";

    public async Task<IResult> ShowAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await renderer.RenderAsync<SystemPage, SystemView>(await reading.ReadAsync(cancellationToken));
        }
        catch (LeadStoreUnavailableException)
        {
            return await renderer.RenderAsync<SystemNoticePage, Message>(
                new(SystemText.UnavailableHeading, SystemText.UnavailableHelp), StatusCodes.Status503ServiceUnavailable);
        }
    }
}
