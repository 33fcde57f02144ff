'use strict';
(() => {
  const every = 30000;
  const off = 'staff-keys-off';
  const keys = document.getElementById('keys');
  const opener = document.getElementById('keys-open');
  const toggle = document.getElementById('keys-on');
  const search = document.getElementById('q');
  let following = true;

  const links = () => [...document.querySelectorAll('#queue a.open')];
  const isTyping = () => document.activeElement?.matches('input, select, textarea') ?? false;

  // A request of the page by itself: it keeps nobody signed in.
  const refresh = async () => {
    if (!following || document.hidden || isTyping() || keys.open) return;
    let answer;
    try {
      answer = await fetch(location.href, { headers: { Accept: 'text/html' }, cache: 'no-store' });
    } catch {
      return;
    }

    if (answer.status === 401 || answer.status === 403) {
      following = false;
      document.getElementById('ended').hidden = false;
    }

    if (!answer.ok) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const [queue, summary] = ['queue', 'summary'].map(id => fresh.getElementById(id));
    if (!queue || !summary || isTyping()) return;
    const held = document.activeElement?.closest?.('#queue a, #queue button');
    const [focused, pressed] = [held?.getAttribute('href'), held?.id];
    document.getElementById('queue').replaceWith(document.adoptNode(queue));
    if (pressed) document.getElementById(pressed)?.focus({ preventScroll: true });
    else if (focused) [...document.querySelectorAll('#queue a')].find(link => link.getAttribute('href') === focused)?.focus({ preventScroll: true });
    const told = document.getElementById('summary');
    if (told.textContent !== summary.textContent) told.textContent = summary.textContent;
  };

  const isOff = () => {
    try {
      return localStorage.getItem(off) === 'true';
    } catch {
      return false;
    }
  };

  const step = by => {
    const all = links();
    const at = all.indexOf(document.activeElement);
    all[at < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(Math.max(at + by, 0), all.length - 1)]?.focus();
  };

  const acts = { j: () => step(1), k: () => step(-1), '/': () => search.focus(), '?': () => keys.showModal() };

  document.addEventListener('keydown', event => {
    const act = acts[event.key];
    if (!act || isOff() || event.ctrlKey || event.metaKey || event.altKey || isTyping() || keys.open) return;
    event.preventDefault();
    act();
  });

  opener.hidden = false;
  opener.addEventListener('click', () => keys.showModal());
  toggle.checked = !isOff();
  toggle.addEventListener('change', () => {
    try {
      localStorage.setItem(off, String(!toggle.checked));
    } catch {
      // A browser that keeps nothing forgets it with the page.
    }
  });
  setInterval(refresh, every);
})();
