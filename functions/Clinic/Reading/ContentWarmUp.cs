namespace LeadFunctions.Clinic;

/// <summary>
/// To compile the YAML parser takes longer at start than to read all content with it. So it is made to read a line of each kind
/// of text beside the composition of the app, which leaves a core idle. Nothing waits for it, and nothing changes without it.
/// </summary>
internal static class ContentWarmUp
{
    private const string Text = """
        # comment
        plain: text
        quoted: "text"
        single: 'text'
        folded: >-
          two
          lines
        flow: [one, two]
        fields: {}
        list:
          - first: text
        """;

    private static readonly Lazy<Task> Once = new(() => Task.Run(() => new ContentParser(Text, 0, (_, _) => { }).Parse()));

    /// <summary>Starts it, the first time it is called.</summary>
    public static void Start() => _ = Once.Value;
}
