using System.Globalization;
using System.Net;

namespace LeadFunctions.Local.Commands;

/// <summary>What the user typed.</summary>
internal sealed record CommandLine
{
    public const string Usage = """
        Runs LeadFunctions on this machine.

          --port N         listen at this port (7071; 0 takes a free one)
          --data DIR       keep everything in this directory (.local)
          --fresh          empty that directory first
          --demo           fill the system with a month of made-up leads, and the figures of a year
          --listen ADDRESS listen at this address (127.0.0.1); the keys are no secret, so only in a network of your own
          --help           show this

        Or prints when somebody would get which articles, and why, and ends:

          --calendar KIND  of a request for an appointment or a call
          --concerns A,B   what they name
          --from DATE      when they ask: 2026-03-01, or 2026-03-01T14:30 (now)
          --language CODE  what they read: en or es (en)
          --article SLUG   the article that they come from
          --clicked        they follow a link of ours

        Or shows the copies of all rows in the second account, or writes one back into empty tables, and ends (./restore):

          --backups        show which there are
          --restore DATE   write back the copy of this date
          --again          go on although there are rows: of a restore that was cut short
          --data DIR       write it into this directory, on which ./run --data DIR starts then, instead of the account of the settings
        """;

    public int Port { get; private init; } = 7071;

    public string DataDirectory { get; private init; } = ".local";

    /// <summary>Whether that directory was asked for.</summary>
    public bool IsDataDirectoryGiven { get; private init; }

    public bool Fresh { get; private init; }

    public bool Demo { get; private init; }

    public IPAddress Address { get; private init; } = IPAddress.Loopback;

    public bool Help { get; private init; }

    /// <summary>Whose calendar to print instead of running; <see langword="null"/> to run.</summary>
    public CalendarWish? Calendar { get; private init; }

    /// <summary>What to do with the copies in the second account instead of running; <see langword="null"/> to run.</summary>
    public BackupWish? Backups { get; private init; }

    /// <returns><see langword="false"/> with a line that says what is wrong.</returns>
    public static bool TryParse(IReadOnlyList<string> arguments, out CommandLine commandLine, out string problem)
    {
        commandLine = new CommandLine();
        var waiting = new Queue<string>(arguments);
        while (waiting.TryDequeue(out var option))
        {
            if (commandLine.With(option, waiting) is not { } further)
            {
                problem = Problem(option);
                return false;
            }

            commandLine = further;
        }

        problem = "";
        return true;
    }

    private static string Problem(string option) => option switch
    {
        "--port" => "--port needs a number from 0 to 65535.",
        "--data" => "--data needs a directory.",
        "--calendar" => "--calendar needs a kind of request, appointment or call.",
        "--concerns" or "--from" or "--language" or "--article" or "--clicked" => $"{option} stands behind --calendar KIND; {option} needs a value unless it is --clicked.",
        "--restore" => "--restore needs the date of a copy, such as 2026-03-01.",
        "--again" => "--again stands behind --restore DATE.",
        "--listen" => "--listen needs an IP address, such as 127.0.0.1 or 0.0.0.0.",
        _ => $"Unknown option {option}. See --help.",
    };

    private CommandLine? With(string option, Queue<string> waiting) => option switch
    {
        "--port" => waiting.TryDequeue(out var port)
            && ushort.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? this with { Port = number } : null,
        "--data" => waiting.TryDequeue(out var directory) && directory.Length > 0 ? this with { DataDirectory = directory, IsDataDirectoryGiven = true } : null,
        "--listen" => waiting.TryDequeue(out var text)
            && IPAddress.TryParse(text, out var address) ? this with { Address = address } : null,
        "--fresh" => this with { Fresh = true },
        "--demo" => this with { Demo = true },
        "--help" or "-h" => this with { Help = true },
        "--calendar" => waiting.TryDequeue(out var kind) && kind.Length > 0 ? this with { Calendar = new() { Kind = kind } } : null,
        "--backups" => this with { Backups = new() },
        "--restore" => waiting.TryDequeue(out var day)
            && DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? this with { Backups = new() { Restore = date } } : null,
        "--again" when Backups is { Restore: not null } => this with { Backups = Backups with { Again = true } },
        "--clicked" when Calendar is not null => this with { Calendar = Calendar with { Clicked = true } },
        "--concerns" or "--from" or "--language" or "--article" when Calendar is not null && waiting.TryDequeue(out var value) && value.Length > 0 =>
            this with { Calendar = With(Calendar, option, value) },
        _ => null,
    };
    private static CalendarWish With(CalendarWish calendar, string option, string value) => option switch
    {
        "--concerns" => calendar with { Concerns = value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) },
        "--from" => calendar with { From = value },
        "--language" => calendar with { Language = value },
        _ => calendar with { Article = value },
    };
}
