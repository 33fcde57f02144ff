using LeadFunctions.Leads;

namespace LeadFunctions.Tests.Support;

/// <summary>Many rows at once, as the table does it: each move by itself, since one that is lost leaves the rest.</summary>
internal sealed partial class InMemoryLeadStore
{
    /// <summary>Set to make every call for one shard fail as if its partition were away.</summary>
    public Shard? ShardAway { get; set; }

    /// <summary>A lead whose row cannot be read.</summary>
    public LeadHandle? Unreadable { get; set; }

    /// <summary>Comes before each call that moves many: what happens between the look and the claim.</summary>
    public Func<IReadOnlyList<Move>, Task> BeforeMoves { get; set; } = _ => Task.CompletedTask;

    /// <summary>How many moves each call for many brought.</summary>
    public List<int> BatchSizes { get; } = [];

    /// <summary>The largest number of due rows that was ever asked for.</summary>
    public int MostRead { get; private set; }

    /// <summary>How much work is claimed now, and not on record.</summary>
    public int Claimed
    {
        get
        {
            lock (gate)
            {
                return due.Values.Count(work => work.State == DueState.Sending);
            }
        }
    }

    public Task<IReadOnlyDictionary<LeadHandle, Lead>> FindAsync(
        Shard shard, IReadOnlyCollection<LeadHandle> handles, CancellationToken cancellationToken) => Of(shard, () => handles.Any(handle => handle == Unreadable)
        ? throw new FormatException("Not a lead.")
        : (IReadOnlyDictionary<LeadHandle, Lead>)handles.Distinct().Where(leads.ContainsKey).ToDictionary(handle => handle, handle => leads[handle]));

    public Task<IReadOnlyDictionary<ContactKey, Contact>> FindContactsAsync(
        Shard shard, IReadOnlyCollection<ContactKey> keys, CancellationToken cancellationToken) => Of(shard, () =>
        (IReadOnlyDictionary<ContactKey, Contact>)keys.Distinct().Where(contacts.ContainsKey).ToDictionary(key => key, key => contacts[key]));

    public async Task<IReadOnlyList<MoveOutcome>> TryMoveAsync(Shard shard, IReadOnlyList<Move> moves, CancellationToken cancellationToken)
    {
        foreach (var move in moves)
        {
            Check(move);
            if (move.From.Shard != shard)
            {
                throw new InvalidOperationException($"Work {move.From.Key} is not of shard {shard}.");
            }
        }

        await BeforeMoves(moves);
        if (RefusesNextMove)
        {
            RefusesNextMove = false;
            return Unanswered(moves);
        }

        MoveOutcome[] outcomes;
        try
        {
            outcomes = await Of(shard, () =>
            {
                BatchSizes.Add(moves.Count);
                return moves.Select(TryMove).ToArray();
            });
        }
        catch (LeadStoreUnavailableException)
        {
            return Unanswered(moves);
        }

        AfterMove();
        if (LosesNextAnswer)
        {
            LosesNextAnswer = false;
            return Unanswered(moves);
        }

        return outcomes;
    }

    private static MoveOutcome[] Unanswered(IReadOnlyList<Move> moves) =>
        [.. moves.Select(_ => new MoveOutcome.Unanswered(new LeadStoreUnavailableException()))];

    private Task<T> Of<T>(Shard shard, Func<T> action) =>
        shard == ShardAway ? Task.FromException<T>(new LeadStoreUnavailableException()) : Locked(action);
}
