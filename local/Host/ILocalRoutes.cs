using Microsoft.AspNetCore.Routing;

namespace LeadFunctions.Local;

/// <summary>Routes that exist on the local host only. They answer requests from this machine and nobody else.</summary>
public interface ILocalRoutes
{
    /// <summary>Maps them. They come before the routes of functions.</summary>
    void Map(IEndpointRouteBuilder routes);
}
