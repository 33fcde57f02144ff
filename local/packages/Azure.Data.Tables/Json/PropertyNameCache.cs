using System.Text.Json;

namespace Azure.Data.Tables.Json;

/// <summary>The names seen in one answer, so that a thousand entities share one string per property.</summary>
internal sealed class PropertyNameCache
{
    private readonly List<string> names = [];
    private int expected;

    public int Count => names.Count;

    /// <summary>The name that the reader stands on. The next one is looked for behind it first: entities mostly look alike.</summary>
    public string Read(ref Utf8JsonReader json)
    {
        for (var step = 0; step < names.Count; step++)
        {
            var index = (expected + step) % names.Count;
            if (json.ValueTextEquals(names[index]))
            {
                expected = index + 1;
                return names[index];
            }
        }

        var name = json.GetString()!;
        names.Add(name);
        expected = names.Count;
        return name;
    }
}
