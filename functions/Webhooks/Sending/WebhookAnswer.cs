namespace LeadFunctions.Webhooks;

/// <summary>What came of a post to an endpoint.</summary>
/// <param name="Text">A status code, or a word: <c>timeout</c>, <c>unreachable</c>, <c>forbidden</c>. Never a text of others.</param>
public abstract record WebhookAnswer(string Text)
{
    /// <summary>Any status from 200 to 299.</summary>
    public sealed record Taken(string Text) : WebhookAnswer(Text);

    /// <summary>410: the endpoint wants no more.</summary>
    public sealed record Gone(string Text) : WebhookAnswer(Text);

    /// <summary>Anything else; whether it was taken all the same nobody knows.</summary>
    /// <param name="Text">What it said.</param>
    /// <param name="HoldFor">For how long it asks to be left alone; null when it does not ask.</param>
    public sealed record Failed(string Text, TimeSpan? HoldFor = null) : WebhookAnswer(Text);
}
