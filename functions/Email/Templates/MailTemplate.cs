using LeadFunctions.Languages;

namespace LeadFunctions.Email;

/// <summary>For whom a sample of a mail is made.</summary>
/// <param name="Language">What they read.</param>
/// <param name="Concerns">Ids of what they named.</param>
public sealed record MailSample(Language Language, IReadOnlyList<string> Concerns);

/// <summary>One kind of mail, as it can be made for an invented person: to be looked at, and checked, before anybody gets it.</summary>
/// <param name="Name">Lower-case words and hyphens, such as <c>articles-call-2</c>.</param>
/// <param name="IsToVisitor">Whether it goes to a visitor; else to staff.</param>
/// <param name="Body">The component that is its looks, a <see cref="MailBody{TWords}"/>.</param>
/// <param name="ComposeAsync">Makes it.</param>
public sealed record MailTemplate(string Name, bool IsToVisitor, Type Body, Func<MailSample, Task<EmailMessage>> ComposeAsync)
{
    /// <summary>Whether it speaks what the reader of the sample does; else English.</summary>
    public bool IsInSamplesLanguage { get; init; } = IsToVisitor;
}

/// <summary>The mails of one feature. A feature that sends mail registers one, so that previews and checks find all mails there are.</summary>
public interface IMailTemplates
{
    IEnumerable<MailTemplate> All { get; }
}

/// <summary>Every kind of mail that the app sends.</summary>
public sealed class MailTemplateCatalogue(IEnumerable<IMailTemplates> features)
{
    /// <summary>By name, each once.</summary>
    public IReadOnlyList<MailTemplate> All { get; } =
        [.. features.SelectMany(feature => feature.All).OrderBy(template => template.Name, StringComparer.Ordinal)];

    /// <returns>The template of a name, or null.</returns>
    public MailTemplate? Find(string name) => All.FirstOrDefault(template => template.Name == name);
}
