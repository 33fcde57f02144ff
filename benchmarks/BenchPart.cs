namespace LeadFunctions.Benchmarks;

/// <summary>What can be measured by itself; the names are what is typed after <c>--only</c>.</summary>
internal enum BenchPart
{
    Start,
    Capture,

    /// <summary>What sealing costs a capture.</summary>
    Sealing,

    Drain,

    /// <summary>The look at what is due.</summary>
    Scan,

    /// <summary>The staff list.</summary>
    Desk,

    /// <summary>The weekly look through all rows.</summary>
    Scrub,

    /// <summary>Whether time tells who is known.</summary>
    Silence,
}
