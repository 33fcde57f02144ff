namespace LeadFunctions.Local.Mailbox;

/// <summary>What the page loads, beside its HTML; nothing comes from anywhere else.</summary>
internal static class MailboxAssets
{
    internal const string Style =
        """
        :root { color-scheme: light dark;
          --page: light-dark(#fff, #15181c); --line: light-dark(#dde1e6, #33383f); --quiet: light-dark(#5b6470, #9aa4b1);
          --chosen: light-dark(#eaf2fb, #1f2a37); --accent: light-dark(#0b5cad, #7ab8ff); --danger: light-dark(#a3231b, #ff9a92); }
        * { box-sizing: border-box; }
        body { margin: 0; background: var(--page); font: 16px/1.5 system-ui, sans-serif; }
        a { color: var(--accent); }
        header { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 1rem; padding: .75rem 1rem;
          border-bottom: 1px solid var(--line); }
        header p { margin: 0; color: var(--quiet); }
        h1 { margin: 0; font-size: 1.25rem; }
        h1 a { color: inherit; text-decoration: none; }
        h2 { margin: 0 0 .5rem; font-size: 1.25rem; overflow-wrap: anywhere; }
        summary { cursor: pointer; color: var(--accent); padding: .25rem 0; }
        nav ol { list-style: none; margin: 0; padding: 0; }
        nav li a { display: grid; grid-template-columns: 1fr auto; gap: 0 .75rem; padding: .6rem 1rem; border-bottom: 1px solid var(--line);
          color: inherit; text-decoration: none; }
        nav li a:hover, nav li a[aria-current] { background: var(--chosen); }
        nav .to { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; font-weight: 600; }
        nav .subject { grid-column: 1 / -1; }
        time, .empty { color: var(--quiet); }
        .empty { padding: 1rem; margin: 0; }
        main { padding: 1rem; min-width: 0; }
        dl { display: grid; grid-template-columns: max-content 1fr; gap: .1rem 1rem; margin: 0 0 1rem; }
        dt { color: var(--quiet); }
        dd { margin: 0; overflow-wrap: anywhere; }
        iframe { width: 100%; height: 70vh; border: 1px solid var(--line); border-radius: 6px; background: #fff; color-scheme: light; }
        pre { white-space: pre-wrap; overflow-wrap: anywhere; font: .9rem/1.5 ui-monospace, monospace; }
        .buttons { display: flex; flex-wrap: wrap; gap: .5rem; padding: .5rem 0; }
        button { font: inherit; color: inherit; background: transparent; cursor: pointer; min-height: 2.5rem; padding: 0 .9rem;
          border: 1px solid var(--line); border-radius: 6px; }
        button:hover { background: var(--chosen); }
        .danger { color: var(--danger); }
        :focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
        @media (min-width: 60rem) {
          .back { display: none; }
          .with-mail .columns { display: grid; grid-template-columns: 24rem 1fr; }
          .with-mail nav { border-right: 1px solid var(--line); max-height: calc(100vh - 4rem); overflow: auto; }
        }
        @media (max-width: 59.99rem) { .with-mail nav { display: none; } }
        """;

    internal const string Script =
        """
        const { newest, opened } = document.body.dataset;
        const post = (path, body) =>
          fetch(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });

        document.addEventListener('click', async ({ target }) => {
          if (target.dataset.mode) {
            await post('/local/mail/mode', JSON.parse(target.dataset.mode));
            location.reload();
          }
          if (target.dataset.event) {
            const answer = await post(`/local/mail/${opened}/events`, [target.dataset.event]);
            document.getElementById('answer').textContent = `The app answered ${answer.status} to “${target.dataset.event}”.`;
          }
          if ('delete' in target.dataset && confirm('Throw all mails away?')) {
            await fetch('/local/mail.json', { method: 'DELETE' });
            location.href = '/local/mail';
          }
        });

        setInterval(async () => {
          if (document.hidden) return;
          try {
            const [first] = await (await fetch('/local/mail.json?limit=1')).json();
            if ((first?.id ?? '') === (newest ?? '')) return;
            if (opened) document.getElementById('more').hidden = false;
            else location.reload();
          } catch { /* The host is restarting. */ }
        }, 2000);
        """;
}
