namespace LeadFunctions.Local.Preview;

/// <summary>The looks of the pages around the mails.</summary>
internal static class PreviewStyle
{
    internal const string Sheet =
        """
        :root { color-scheme: light dark;
          --page: light-dark(#fff, #15181c); --line: light-dark(#dde1e6, #33383f); --quiet: light-dark(#5b6470, #9aa4b1); --accent: light-dark(#0b5cad, #7ab8ff); }
        * { box-sizing: border-box; }
        body { margin: 0; background: var(--page); font: 16px/1.5 system-ui, sans-serif; }
        header { padding: .75rem 1rem; border-bottom: 1px solid var(--line); }
        main { padding: 1rem; }
        a { color: var(--accent); }
        h1 { margin: 0; font-size: 1.25rem; }
        h2 { margin: 1.5rem 0 .5rem; font-size: 1.1rem; overflow-wrap: anywhere; }
        fieldset { border: 1px solid var(--line); border-radius: 6px; display: flex; flex-wrap: wrap; gap: .25rem 1rem; margin: 0 0 .75rem; padding: .5rem 1rem; }
        label { padding: .25rem 0; }
        table { border-collapse: collapse; }
        th, td { text-align: left; padding: .35rem 1rem .35rem 0; border-bottom: 1px solid var(--line); }
        dl { display: grid; grid-template-columns: max-content 1fr; gap: .1rem 1rem; margin: 0 0 1rem; }
        dt { color: var(--quiet); }
        dd { margin: 0; overflow-wrap: anywhere; }
        .frames { display: flex; flex-wrap: wrap; gap: 1.5rem; align-items: flex-start; }
        figure { margin: 0; max-width: 100%; }
        figcaption { color: var(--quiet); }
        iframe { max-width: 100%; height: 52rem; border: 1px solid var(--line); border-radius: 6px; background: #fff; }
        .phone { width: 362px; }
        .wide { width: 602px; }
        pre { white-space: pre-wrap; overflow-wrap: anywhere; font: .9rem/1.5 ui-monospace, monospace; border: 1px solid var(--line); border-radius: 6px; padding: 1rem; max-width: 50rem; }
        button { font: inherit; color: inherit; background: transparent; cursor: pointer; min-height: 2.75rem; padding: 0 1rem; border: 1px solid var(--accent); border-radius: 6px; }
        :focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
        """;
}
