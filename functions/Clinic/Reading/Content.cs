using Microsoft.Extensions.Configuration;

namespace LeadFunctions.Clinic;

/// <summary>How one part of the content is read.</summary>
internal sealed record ContentPart(Type Type, Func<ContentReading, object> Read);

/// <summary>
/// Everything that is data and not code, read and checked once. The directory is the setting <c>Content__Directory</c>,
/// or else <c>content</c> beside the app.
/// </summary>
internal sealed class Content
{
    private readonly IReadOnlyDictionary<Type, object> parts;

    /// <exception cref="ContentException">The content cannot be used.</exception>
    public Content(IEnumerable<ContentPart> parts, IConfiguration configuration)
        : this(parts, configuration["Content:Directory"] ?? Path.Combine(AppContext.BaseDirectory, "content"))
    {
    }

    /// <exception cref="ContentException">The content cannot be used.</exception>
    public Content(IEnumerable<ContentPart> parts, string directory)
        => this.parts = new ContentReading(directory, parts.ToDictionary(part => part.Type, part => part.Read)).ReadAll();

    public T Part<T>() => (T)parts[typeof(T)];
}
