// "You might also enjoy", as any page of the clinic's can ask for it. Without this script the list is the one the page came with.
const list = document.getElementById('enjoy');

const element = (name, text, className) => Object.assign(document.createElement(name), { textContent: text, className: className ?? '' });

const item = ({ slug, title, summary, minutes }) => {
  const link = Object.assign(element('a', title), { href: `?article=${encodeURIComponent(slug)}` });
  const facts = element('p', '', 'facts');
  facts.append(element('span', `${minutes} min read`));
  const line = document.createElement('li');
  line.append(link, element('p', summary), facts);
  return line;
};

try {
  const answer = await fetch(`/api/articles?${list.dataset.query}`);
  if (answer.ok) list.replaceChildren(...(await answer.json()).map(item));
} catch {
  // The host is restarting: the list that came with the page stays.
}
