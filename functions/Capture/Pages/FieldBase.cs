using Microsoft.AspNetCore.Components;

namespace LeadFunctions.Capture;

/// <summary>What all fields of a form have in common.</summary>
public abstract class FieldBase : ComponentBase
{
    [Parameter]
    [EditorRequired]
    public FormView View { get; set; } = null!;

    /// <summary>The field's name in the submission.</summary>
    [Parameter]
    public string Name { get; set; } = "";

    /// <summary>What helps to fill it, or null.</summary>
    [Parameter]
    public string? Hint { get; set; }

    protected string Id => FormFields.Id(Name);

    /// <summary>The value of aria-invalid; null leaves the attribute out.</summary>
    protected string? Invalid => View.Problems.Of(Name).Count > 0 ? "true" : null;

    /// <summary>The value of aria-describedby: the hint and the messages; null leaves the attribute out.</summary>
    protected string? DescribedBy
    {
        get
        {
            string?[] ids = [Hint is null ? null : FormFields.HintId(Name), Invalid is null ? null : FormFields.ErrorId(Name)];
            var text = string.Join(' ', ids.OfType<string>());
            return text.Length == 0 ? null : text;
        }
    }
}
