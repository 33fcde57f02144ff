using Microsoft.AspNetCore.Components;

namespace LeadFunctions.Email;

/// <summary>The component of one kind of mail: the looks. What it says comes as words, which the plain-text part shares.</summary>
public abstract class MailBody<TWords> : ComponentBase
    where TWords : class
{
    [Parameter]
    [EditorRequired]
    public TWords Words { get; set; } = null!;
}
