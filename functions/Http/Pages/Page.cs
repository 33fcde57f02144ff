using Microsoft.AspNetCore.Components;

namespace LeadFunctions.Http;

/// <summary>The component of one page: the looks. What it shows comes as a view.</summary>
public abstract class Page<TView> : ComponentBase
    where TView : class
{
    [Parameter]
    [EditorRequired]
    public TView View { get; set; } = null!;
}
