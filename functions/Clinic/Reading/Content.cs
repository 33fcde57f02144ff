using Microsoft.Extensions.Configuration;

namespace LeadFunctions.Clinic;

/// <summary>How one part of the content is read.</summary>
internal sealed record ContentPart(Type Type, Func<ContentReading, object> Read);

/// <summary>
/// Everything that is data and not code, read and checked once: a part when it is asked for, or with all the others when the app has started. The directory is
/// the setting <c>Content__Directory</c>, or else <c>content</c> beside the app.
/// </summary>
internal sealed class Content
{
    private readonly ContentReading reading;
    private readonly Lazy<Task> whole;

    public Content(IEnumerable<ContentPart> parts, IConfiguration configuration)
        : this(parts, configuration["Content:Directory"] ?? Path.Combine(AppContext.BaseDirectory, "content"))
    {
    }

    public Content(IEnumerable<ContentPart> parts, string directory)
    {
        reading = new(directory, parts);
        whole = new(() => Task.Run(reading.ReadAll));
    }

    /// <summary>A part: what has not been read yet is read now.</summary>
    /// <exception cref="ContentException">The content cannot be used: all of it is read then, and everything that is wrong is listed.</exception>
    public T Part<T>()
    {
        var part = reading.Part<T>();
        if (!reading.IsSoundSoFar)
        {
            whole.Value.GetAwaiter().GetResult();
        }

        return part;
    }

    /// <summary>Reads all of it, but what has been read.</summary>
    /// <exception cref="ContentException">The content cannot be used: everything that is wrong with it is listed.</exception>
    public Task CheckAsync() => whole.Value;
}
