// Where the element stands, and where the visitor came from.

/** What is asked for: the last part of the form's address on our side. */
const kindOf = element => (element.dataset.form === 'call' ? 'call' : 'appointment');

/** The language that the element names, or that of the page around it; empty leaves the choice to the browser. */
const languageOf = element => element.dataset.lang || element.closest('[lang]')?.lang || '';

const campaign = name => new URLSearchParams(location.search).get(`utm_${name}`) ?? '';

/** An address without what may be private in it: its query and its fragment. */
const bare = address => address.split(/[?#]/)[0];

/** The fields under which a lead remembers where it came from. */
const sourceOf = element => ({
  page: bare(location.href),
  article: element.dataset.article ?? '',
  campaign: campaign('campaign'),
  medium: campaign('medium'),
  content: campaign('content'),
  term: campaign('term'),
  referrer: campaign('source') || bare(document.referrer),
});

/** An address on our side, with what the element says in its query. */
const addressOf = (element, path, more = {}) => {
  const address = new URL(path, base);
  const query = { concern: element.dataset.concerns, lang: languageOf(element), ...more };
  for (const [name, value] of Object.entries(query)) {
    if (value) address.searchParams.set(name, value);
  }
  return address.href;
};

/** A plain link to the page with the same form: what is left when anything fails. */
const plainLink = element => {
  const { article, campaign, medium, content, term } = sourceOf(element);
  const link = document.createElement('a');
  link.href = addressOf(element, `/${kindOf(element)}`, {
    article,
    utm_campaign: campaign,
    utm_medium: medium,
    utm_content: content,
    utm_term: term,
    utm_source: new URLSearchParams(location.search).get('utm_source'),
  });
  link.textContent = (links[languageOf(element).slice(0, 2).toLowerCase()] ?? links.en)[kindOf(element)];
  return link;
};
