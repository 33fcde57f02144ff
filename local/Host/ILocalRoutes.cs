using Microsoft.AspNetCore.Routing;

namespace LeadFunctions.Local;

/// <summary>Routes that only this machine has, such as the mailbox and the clock; the local host maps all that are registered.</summary>
public interface ILocalRoutes
{
    /// <summary>Adds the routes; called once, before the host starts.</summary>
    void Map(IEndpointRouteBuilder routes);
}
