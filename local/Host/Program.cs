using LeadFunctions.Local.Commands;

return await new RunCommand(Console.Out, Console.Error, Storage.OfThisHost).RunAsync(args);
