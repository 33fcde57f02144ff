using System.Globalization;
using System.Text;
using LeadFunctions.Leads;

namespace LeadFunctions.Privacy;

/// <summary>
/// The list of who is not written to, out and in. Out go keyed hashes, since no address is kept with them; in come addresses, as from another system,
/// or hashes that went out here.
/// </summary>
public sealed class SuppressionListHandler(ISuppressionList list, ILeadStore leads, IPersonStore people, LeadKeys keys, TimeProvider clock)
{
    private const string Heading = "contact,reason,at";

    /// <exception cref="LeadStoreUnavailableException">Storage is away.</exception>
    public async Task<string> ExportAsync(CancellationToken cancellationToken)
    {
        var text = new StringBuilder(Heading).Append("\r\n");
        foreach (var shard in Shard.All)
        {
            await foreach (var (contact, suppression) in list.AllAsync(shard, cancellationToken))
            {
                text.Append(CultureInfo.InvariantCulture, $"{contact},{NameOf(suppression.Reason)},{suppression.At.UtcDateTime:O}\r\n");
            }
        }

        return text.ToString();
    }

    /// <summary>Suppresses everybody on the list. The same list again changes nothing: of two times for one reason the earlier holds.</summary>
    /// <param name="csv">A heading with a column <c>email</c> or <c>contact</c>, and if wanted <c>reason</c> and <c>at</c>; then one line for each.</param>
    /// <returns>Null when the heading is not so.</returns>
    /// <exception cref="LeadStoreUnavailableException">Storage is away; some may have been suppressed.</exception>
    public async Task<SuppressionImportAnswer?> ImportAsync(string csv)
    {
        var lines = csv.Split('\n').Select(line => line.TrimEnd('\r')).ToList();
        if (CsvLine.Read(lines[0].TrimStart('\uFEFF')) is not { } heading || Columns.Of(heading) is not { } columns)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        var (applied, bad) = (0, new List<BadLine>());
        foreach (var (index, line) in lines.Index().Skip(1).Where(line => line.Item.Trim().Length > 0))
        {
            if (Read(line, heading.Count, columns, now, out var contact, out var suppression) is { } problem)
            {
                bad.Add(new(index + 1, problem));
                continue;
            }

            await ApplyAsync(contact, suppression, now);
            applied++;
        }

        return new(applied, bad);
    }

    // A mailbox that does not exist is nobody's word, and leaves no receipt.
    private Task ApplyAsync(ContactKey contact, Suppression suppression, DateTimeOffset now) => suppression.Reason == SuppressionReason.Bounced
        ? leads.SuppressAsync(contact, [suppression], CancellationToken.None)
        : people.ChangeAsync(contact, known => ContactChange.Stop(known, suppression, ConsentSource.OwnSystems), now, CancellationToken.None);

    private string? Read(string line, int width, Columns columns, DateTimeOffset now, out ContactKey contact, out Suppression suppression)
    {
        (contact, suppression) = (default, new(SuppressionReason.Unsubscribed, now));
        if (CsvLine.Read(line) is not { } fields || fields.Count != width)
        {
            return $"It should have {width} fields.";
        }

        if (columns.Email is { } email)
        {
            if (!EmailAddress.TryParse(fields[email], out var address, out _))
            {
                return "The e-mail address is not one.";
            }

            contact = keys.Contact(address, phone: null);
        }
        else if (!TryReadKey(fields[columns.Contact!.Value], out contact))
        {
            return "The contact is not one of our keyed hashes.";
        }

        var reason = columns.Reason is { } said && fields[said].Length > 0 ? ReasonOf(fields[said]) : SuppressionReason.Unsubscribed;
        if (reason is null)
        {
            return "The reason should be unsubscribed, bounced or complained.";
        }

        var at = now;
        if (columns.At is { } time && fields[time].Length > 0
            && (!DateTimeOffset.TryParse(fields[time], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out at) || at > now))
        {
            return "The time should be a past one, such as 2026-11-01T12:00:00Z.";
        }

        suppression = new(reason.Value, at);
        return null;
    }

    private static bool TryReadKey(string text, out ContactKey contact)
    {
        try
        {
            contact = ContactKey.Parse(text);
            return true;
        }
        catch (FormatException)
        {
            contact = default;
            return false;
        }
    }

    private static string NameOf(SuppressionReason reason) => reason.ToString().ToLowerInvariant();

    private static SuppressionReason? ReasonOf(string text) =>
        Enum.GetValues<SuppressionReason>().Where(reason => NameOf(reason).Equals(text, StringComparison.OrdinalIgnoreCase)).Select(reason => (SuppressionReason?)reason).FirstOrDefault();

    /// <summary>Where the columns stand.</summary>
    private sealed record Columns(int? Email, int? Contact, int? Reason, int? At)
    {
        public static Columns? Of(IReadOnlyList<string> heading)
        {
            var columns = new Columns(Place("email"), Place("contact"), Place("reason"), Place("at"));
            return (columns.Email ?? columns.Contact) is null ? null : columns;

            int? Place(string name)
            {
                var found = heading.Index().Where(column => column.Item.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(column => (int?)column.Index);
                return found.FirstOrDefault();
            }
        }
    }
}
