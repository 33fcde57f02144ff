using Bogus;

namespace LeadFunctions.Local.Demo;

/// <summary>
/// Somebody who does not exist, and never will: the addresses are in a domain reserved for examples (RFC 2606, 3), the numbers are
/// those set aside for fiction (555-0100 to 555-0199).
/// </summary>
internal sealed record Person(string Name, string Email, string Phone)
{
    private const int FictionalNumbers = 100;

    private static readonly string[] AreaCodes = ["650", "408", "415", "510", "925", "831"];

    /// <param name="faker">Where names come from.</param>
    /// <param name="number">Counts people; keeps addresses and numbers apart.</param>
    public static Person MakeUp(Faker faker, int number)
    {
        var (first, last) = (faker.Name.FirstName(), faker.Name.LastName());

        // Steps of 37 visit each of the hundred numbers once, and neighbours do not look like neighbours.
        var line = number / AreaCodes.Length * 37 % FictionalNumbers;
        return new(
            $"{first} {last}",
            $"{Letters(first)}.{Letters(last)}{number + 1}@example.com",
            $"({AreaCodes[number % AreaCodes.Length]}) 555-01{line:00}");
    }

    private static string Letters(string name) => string.Concat(name.Where(char.IsAsciiLetter)).ToLowerInvariant();
}
