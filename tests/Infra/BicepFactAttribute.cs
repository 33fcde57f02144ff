namespace LeadFunctions.Tests.Infra;

/// <summary>A test that needs the Bicep compiler, and says that it is skipped where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BicepFactAttribute : FactAttribute
{
    public BicepFactAttribute() => Skip = File.Exists(BicepCompiler.Path) ? null : "No Bicep compiler: the registry does not serve it, or ./test did not ask for it.";
}
