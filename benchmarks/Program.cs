using LeadFunctions.Benchmarks;

// Nothing of the benchmarks is touched by a bare server: it is what a start is compared with.
switch (args)
{
    case [BareKestrel.Minimal, var port]:
        await BareKestrel.RunMinimalAsync(port);
        return 0;
    case [BareKestrel.Empty, var port]:
        await BareKestrel.RunEmptyAsync(port);
        return 0;
    default:
        return await BenchCommand.RunAsync(args);
}
