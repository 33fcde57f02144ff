namespace LeadFunctions.FollowUp;

/// <summary>Lets so many through at once; of those who wait, what goes before, and then who came first. All of a party or none of it.</summary>
/// <param name="most">How many at once; it may change. A party that is larger goes when nobody else is inside.</param>
public sealed class Turnstile(Func<int> most)
{
    private readonly Lock gate = new();
    private readonly PriorityQueue<Party, (Precedence, long)> waiting = new();
    private long came;
    private int inside;

    /// <summary>Waits to be let in; whoever was leaves by <see cref="Leave"/>.</summary>
    /// <param name="count">The size of the party.</param>
    /// <param name="precedence">Of the party.</param>
    /// <param name="cancellationToken">Ends the waiting; not what is inside.</param>
    public async Task EnterAsync(int count, Precedence precedence, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var party = new Party(count, new(TaskCreationOptions.RunContinuationsAsynchronously));
        lock (gate)
        {
            waiting.Enqueue(party, (precedence, came++));
            LetIn();
        }

        await using (cancellationToken.Register(() => GiveUp(party, cancellationToken)))
        {
            await party.Entered.Task;
        }
    }

    public void Leave(int count)
    {
        lock (gate)
        {
            inside -= count;
            LetIn();
        }
    }

    private void GiveUp(Party party, CancellationToken cancellationToken)
    {
        if (party.Entered.TrySetCanceled(cancellationToken))
        {
            Leave(0);
        }
    }

    private void LetIn()
    {
        while (waiting.TryPeek(out var party, out _) && (party.Entered.Task.IsCompleted || inside == 0 || inside + party.Count <= most()))
        {
            waiting.Dequeue();
            inside += party.Entered.TrySetResult() ? party.Count : 0;
        }
    }

    private sealed record Party(int Count, TaskCompletionSource Entered);
}
