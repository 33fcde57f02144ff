using System.Collections.Concurrent;
using LeadFunctions.Email;
using LeadFunctions.Leads;

namespace LeadFunctions.Tests.Support;

/// <summary>A mail provider that answers as a test tells it to, and remembers what it was given.</summary>
internal sealed class ScriptedProvider : IEmailSender, IEmailOutcomeSource
{
    private readonly ConcurrentQueue<(EmailMessage Message, bool Accepted)> posts = new();

    /// <summary>The answer to a post; by default every mail is accepted.</summary>
    public Func<EmailMessage, SendOutcome> Answer { get; set; } = _ => new SendOutcome.Accepted("id");

    /// <summary>What is told of a sending afterwards; by default nothing can be told.</summary>
    public Func<SendId, SendOutcome> Tell { get; set; } = _ => new SendOutcome.Unknown("cannot tell");

    /// <summary>Comes before the answer: what happens while a mail is under way.</summary>
    public Func<EmailMessage, Task> Meanwhile { get; set; } = _ => Task.CompletedTask;

    /// <summary>Every mail that was posted, in order, however it was answered.</summary>
    public IReadOnlyList<EmailMessage> Posted => [.. posts.Select(post => post.Message)];

    /// <summary>The mails that were accepted and answered so.</summary>
    public IReadOnlyList<EmailMessage> Accepted => [.. posts.Where(post => post.Accepted).Select(post => post.Message)];

    public IReadOnlyList<SendKey> AcceptedTo(Track track) => [.. Accepted.Select(KeyOf).Where(key => key.Track == track)];

    public static SendKey KeyOf(EmailMessage message) => SendId.TryParse(message.SendId, out var id) ? id.Key : default;

    public async Task<SendOutcome> SendAsync(EmailMessage message, CancellationToken cancellationToken)
    {
        await Meanwhile(message);
        var answer = Answer(message);
        posts.Enqueue((message, answer is SendOutcome.Accepted));
        return answer;
    }

    public Task<SendOutcome> AskAsync(string sendId, CancellationToken cancellationToken) =>
        Task.FromResult(SendId.TryParse(sendId, out var id) ? Tell(id) : throw new ArgumentException("Not a send id.", nameof(sendId)));
}
