using LeadFunctions.Local.Commands;

return await RunCommand.RunAsync(args, Console.Out, Console.Error);
