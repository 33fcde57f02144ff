using LeadFunctions.Articles;
using LeadFunctions.Email;
using LeadFunctions.Languages;

namespace LeadFunctions.Local.Preview;

/// <summary>What both pages know.</summary>
/// <param name="Catalogue">All mails.</param>
/// <param name="Known">All that can be named.</param>
/// <param name="Language">What the person reads.</param>
/// <param name="Concerns">What the person has named.</param>
public sealed record PreviewView(MailTemplateCatalogue Catalogue, ConcernCatalogue Known, Language Language, IReadOnlyList<string> Concerns)
{
    /// <summary>The address of a preview for the same person, or for one who reads another language.</summary>
    public string To(string template, Language? language = null) =>
        $"/local/preview/{template}?language={(language ?? Language).Code}&concerns={string.Join(',', Concerns)}";
}
