namespace LeadFunctions.Clinic;

/// <summary>A part of a YAML document that knows its line, which YamlDotNet's serializer would have thrown away.</summary>
internal abstract record ContentNode(int Line);

/// <summary>A text. Numbers, dates and times are texts as well until somebody asks for them: no guessing of types.</summary>
internal sealed record ContentText(int Line, string Value) : ContentNode(Line);

/// <summary><c>- one</c> or <c>[one, two]</c>.</summary>
internal sealed record ContentSeries(int Line, IReadOnlyList<ContentNode> Nodes) : ContentNode(Line);

/// <summary><c>field: node</c>, each field once, in the order of the file.</summary>
internal sealed record ContentFields(int Line, IReadOnlyDictionary<string, ContentField> Fields) : ContentNode(Line);

/// <summary>The line of a field's name, and what stands behind it.</summary>
internal sealed record ContentField(int Line, ContentNode Node);
