// <lead-form data-form="appointment|call" data-concerns data-article data-lang>

let sheet;

/** One sheet for all forms of a page. A page's policy for inline styles does not touch it (CSSOM, constructed sheets). */
const sharedSheet = () => {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
  }
  return sheet;
};

/** A form of the clinic's. Until it is there, and if it never comes, visitors see what stands inside of the element or a plain link. */
class LeadForm extends HTMLElement {
  #asked = false;
  #busy = false;

  connectedCallback() {
    if (this.#asked) return;
    this.#asked = true;
    this.#load().catch(() => {
      if (!this.children.length) this.append(plainLink(this));
    });
  }

  async #load() {
    const styles = sharedSheet();
    const form = await this.#fetch();
    const root = this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [styles];
    root.append(document.adoptNode(form));
    for (const [name, value] of Object.entries(sourceOf(this))) this.#carry(`source.${name}`, value);
    this.#form.addEventListener('submit', event => {
      event.preventDefault();
      this.#submit();
    });
  }

  /** A second and a third try, since the app may be asleep. */
  async #fetch() {
    const address = addressOf(this, `/widget/${kindOf(this)}`);
    for (const time of pauses.slice(0, 2)) {
      try {
        return await fetchForm(address);
      } catch {
        await new Promise(done => setTimeout(done, time));
      }
    }
    return fetchForm(address);
  }

  get #form() {
    return this.shadowRoot.querySelector('form');
  }

  /** A field that the visitor does not see. */
  #carry(name, value) {
    this.#form.querySelector(`[type=hidden][name="${name}"]`)?.remove();
    if (!value) return;
    const field = document.createElement('input');
    field.type = 'hidden';
    field.name = name;
    field.value = value;
    this.#form.append(field);
  }

  async #submit() {
    if (this.#busy) return;
    this.#busy = true;
    const root = this.shadowRoot;
    const words = root.querySelector('.widget').dataset;
    const body = new URLSearchParams(new FormData(this.#form));
    const address = new URL(this.#form.getAttribute('action'), base);
    address.searchParams.set('lang', root.querySelector('.widget').lang);

    clearProblems(root);
    this.#say(words.sending);
    const answer = await send(address, body, time => this.#pause(time, words));
    this.#form.inert = false;
    this.#say('');
    this.#busy = false;

    if (answer.ok) {
      showThanks(root, answer.content);
    } else {
      if (answer.status === 409) await this.#renew();
      const { errors, detail } = answer.content ?? {};
      showProblems(root, errors ? '' : detail ?? words.failed, errors);
    }
  }

  /** What is sent after this is a submission of its own: takes over what a new form would carry unseen. */
  async #renew() {
    const fresh = await this.#fetch().catch(() => null);
    for (const field of fresh?.querySelectorAll('[type=hidden]') ?? []) {
      if (!field.name.startsWith('source.')) this.#carry(field.name, field.value);
    }
  }

  #say(text) {
    this.shadowRoot.querySelector('[role=status]').textContent = text;
  }

  /** Between two tries: what was typed can be seen and not changed, since the last try may have arrived. */
  #pause(time, words) {
    return new Promise(done => {
      const again = this.shadowRoot.querySelector('.again');
      const stop = new AbortController();
      const proceed = () => {
        stop.abort();
        clearTimeout(timer);
        again.hidden = true;
        this.#say(words.sending);
        done();
      };
      const timer = time === null ? 0 : setTimeout(proceed, time);
      addEventListener('online', proceed, { signal: stop.signal });
      again.addEventListener('click', proceed, { signal: stop.signal });
      this.#say(time === null ? words.offline : words.waiting);
      this.#form.inert = true;
      again.hidden = false;
      again.focus();
    });
  }
}
