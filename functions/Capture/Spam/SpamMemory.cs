using System.Security.Cryptography;
using System.Text;
using LeadFunctions.Leads;

namespace LeadFunctions.Capture;

/// <summary>What was sent for several people within the last hour, as far as this process saw it. It keeps hashes, never a word.</summary>
public sealed class SpamMemory : IDisposable
{
    // "Please call me back" is what many people write.
    private const int ShortestMessage = 40;

    private const int MostLinks = 8;

    private readonly Sightings forms = new();
    private readonly Sightings messages = new();
    private readonly Sightings links = new();

    /// <summary>Remembers a submission, and says what others have sent as well.</summary>
    /// <param name="contact">For whom it was sent.</param>
    /// <param name="form">The form that it came from.</param>
    /// <param name="message">The message.</param>
    /// <param name="most">So many people may send the same.</param>
    internal IEnumerable<string> Signs(ContactKey contact, FormTokenReading form, ReadMessage message, int most)
    {
        if (form is FormTokenReading.Genuine genuine && forms.Count(Hash(genuine.Token), contact) > most)
        {
            yield return SpamSigns.SharedForm;
        }

        if (message.Text.Length >= ShortestMessage && messages.Count(Hash(string.Join(' ', message.Words)), contact) > most)
        {
            yield return SpamSigns.SameMessage;
        }

        var isShared = false;
        foreach (var (_, address) in message.Links.Take(MostLinks))
        {
            isShared |= links.Count(Hash(address), contact) > most;
        }

        if (isShared)
        {
            yield return SpamSigns.SameLink;
        }
    }

    public void Dispose()
    {
        forms.Dispose();
        messages.Dispose();
        links.Dispose();
    }

    private static string Hash(string text) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));
}
