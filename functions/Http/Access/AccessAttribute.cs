namespace LeadFunctions.Http;

/// <summary>
/// Says who may use the HTTP functions of a class. Every such class says it with one of the attributes that derive from this; a function
/// that says nothing lets nobody in.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public abstract class AccessAttribute : Attribute;
