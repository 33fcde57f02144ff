using System.Security.Cryptography;
using LeadFunctions.Leads;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LeadFunctions.Access;

/// <summary>
/// Protects what cookies hold with ASP.NET Core Data Protection. Its keys change every 90 days, lie in Table Storage where all instances
/// find them, and are sealed there with the signing keys of the settings. Nothing is read before the first session is.
/// </summary>
public sealed class SessionKeys(IKeyRingStore store, IOptions<LeadsOptions> leads, TimeProvider clock, ILoggerFactory loggers) : IDisposable
{
    private const string Purpose = "LeadFunctions.Session.1";
    private const int KeyIdAt = 4;
    private const int KeyIdBytes = 16;

    private readonly Lock gate = new();
    private KeyRing? ring;

    /// <exception cref="LeadStoreUnavailableException">The keys cannot be read.</exception>
    public byte[] Protect(byte[] content) => Try(() => Ring().Protector.Protect(content)) ?? throw new LeadStoreUnavailableException("There is no key to protect sessions with.");

    /// <returns>The content, or null when it was not protected by us, or with a key that is no more.</returns>
    /// <exception cref="LeadStoreUnavailableException">The keys cannot be read.</exception>
    public byte[]? Unprotect(byte[] bytes)
    {
        var known = Ring();
        if (Try(() => known.Protector.Unprotect(bytes)) is { } content)
        {
            return content;
        }

        // Data Protection reads the keys once a day. One that another instance made since then is found by looking again, though not
        // for everybody who makes up the name of a key.
        return bytes.Length > KeyIdAt + KeyIdBytes
            && !known.Holds(new Guid(bytes.AsSpan(KeyIdAt, KeyIdBytes)))
            && RingAfter(known) is { } newer
                ? Try(() => newer.Protector.Unprotect(bytes))
                : null;
    }

    public void Dispose() => ring?.Dispose();

    private static byte[]? Try(Func<byte[]> action)
    {
        try
        {
            return action();
        }
        catch (Exception exception) when (exception is CryptographicException or LeadStoreUnavailableException)
        {
            // Data Protection wraps whatever went wrong, also when it could not ask.
            for (var cause = exception; cause is not null; cause = cause.InnerException)
            {
                if (cause is LeadStoreUnavailableException)
                {
                    throw new LeadStoreUnavailableException("The keys of sessions cannot be read.", exception);
                }
            }

            return null;
        }
    }

    private KeyRing Ring()
    {
        lock (gate)
        {
            return ring ??= Make();
        }
    }

    private KeyRing? RingAfter(KeyRing known)
    {
        lock (gate)
        {
            if (ring == known)
            {
                if (clock.GetUtcNow() - known.MadeAt < KeyRepository.Freshness)
                {
                    return null;
                }

                ring = Make();
            }

            return ring;
        }
    }

    private KeyRing Make() => new(store, new SealedKeys(leads.Value.SigningKeys), loggers, clock);

    // Services of its own: among those of the app, Data Protection would read its keys whenever the app starts.
    private sealed class KeyRing : IDisposable
    {
        private readonly ServiceProvider services;
        private readonly KeyRepository repository;

        public KeyRing(IKeyRingStore store, SealedKeys sealing, ILoggerFactory loggers, TimeProvider clock)
        {
            repository = new KeyRepository(store, clock);
            MadeAt = clock.GetUtcNow();
            var all = new ServiceCollection().AddSingleton(loggers).AddSingleton(sealing);
            all.AddDataProtection().SetApplicationName("LeadFunctions").AddKeyManagementOptions(options =>
            {
                options.XmlRepository = repository;
                options.XmlEncryptor = sealing;
            });
            services = all.BuildServiceProvider();
            Protector = services.GetRequiredService<IDataProtectionProvider>().CreateProtector(Purpose);
        }

        public DateTimeOffset MadeAt { get; }

        public IDataProtector Protector { get; }

        public bool Holds(Guid key) => repository.Holds(key);

        public void Dispose() => services.Dispose();
    }
}
