using Microsoft.AspNetCore.Components;

namespace LeadFunctions.Http;

/// <summary>
/// The address of a page, where the renderer asks for one. Pages are rendered whole and for nobody's circuit, and their links and forms name
/// where they lead, so it is nobody's. The worker brings MVC, and with it a manager that nobody initialises: a form without an address would fail by it.
/// </summary>
internal sealed class PageAddress : NavigationManager
{
    private const string Nowhere = "https://page.invalid/";

    public PageAddress() => Initialize(Nowhere, Nowhere);
}
