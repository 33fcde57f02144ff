using LeadFunctions.Benchmarks;

// Nothing of the benchmarks is touched here: a bare server is what a start is compared with.
if (args is [BareKestrel.Mode, var port])
{
    await BareKestrel.RunAsync(port);
    return 0;
}

return await BenchCommand.RunAsync(args);
