namespace LeadFunctions.Local.Mailbox;

/// <summary>What the provider on this machine took, and how it behaves. Safe to use from many threads at once.</summary>
public sealed class Mailbox : IDisposable
{
    private readonly Lock gate = new();
    private readonly MailboxFile? file;
    private readonly List<MailboxMessage> messages = [];
    private readonly HashSet<string> taken = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<Waiter> waiters = [];
    private volatile MailboxMode mode = MailboxMode.Working;

    /// <summary>Opens the mailbox with the mails that an earlier run left in the data directory.</summary>
    public Mailbox(MailboxOptions options)
    {
        if (options.DataDirectory is { } directory)
        {
            file = new MailboxFile(directory);
            messages.AddRange(file.ReadAll());
            taken.UnionWith(messages.Select(message => message.Id));
        }
    }

    /// <summary>All mails, newest first, as they are now.</summary>
    public IReadOnlyList<MailboxMessage> Messages
    {
        get
        {
            lock (gate)
            {
                return [.. Enumerable.Reverse(messages)];
            }
        }
    }

    /// <summary>How the provider behaves from the next request on.</summary>
    public MailboxMode Mode
    {
        get => mode;
        set => mode = value;
    }

    /// <returns>The mail, or null when there is none of that name.</returns>
    public MailboxMessage? Find(string id)
    {
        lock (gate)
        {
            return messages.FindLast(message => message.Id == id);
        }
    }

    /// <summary>Whether a mail of that name was ever taken by this run or is left of an earlier one, even if it was thrown away since.</summary>
    internal bool HasTaken(string id)
    {
        lock (gate)
        {
            return taken.Contains(id);
        }
    }

    /// <summary>Throws all mails away.</summary>
    public void DeleteAll()
    {
        lock (gate)
        {
            messages.Clear();
            file?.Clear();
        }
    }

    /// <returns>The oldest mail that fits, as soon as there is one.</returns>
    public async Task<MailboxMessage> WaitForAsync(Func<MailboxMessage, bool> fits, CancellationToken cancellationToken)
    {
        var waiter = new Waiter(fits);

        lock (gate)
        {
            if (messages.Find(message => fits(message)) is { } here)
            {
                return here;
            }

            waiters.Add(waiter);
        }

        try
        {
            return await waiter.Arrival.Task.WaitAsync(cancellationToken);
        }
        finally
        {
            lock (gate)
            {
                waiters.Remove(waiter);
            }
        }
    }

    /// <summary>Takes mails; they are kept when this returns.</summary>
    internal void Add(IReadOnlyList<MailboxMessage> arrived)
    {
        var lines = file is null ? default : MailboxFile.Write(arrived);

        lock (gate)
        {
            file?.Append(lines);
            messages.AddRange(arrived);
            taken.UnionWith(arrived.Select(message => message.Id));

            foreach (var waiter in waiters)
            {
                waiter.Look(arrived);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => file?.Dispose();

    private sealed class Waiter(Func<MailboxMessage, bool> fits)
    {
        internal TaskCompletionSource<MailboxMessage> Arrival { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        internal void Look(IReadOnlyList<MailboxMessage> arrived)
        {
            if (arrived.FirstOrDefault(fits) is { } message)
            {
                Arrival.TrySetResult(message);
            }
        }
    }
}
