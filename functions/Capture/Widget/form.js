// The form on the screen: what is wrong with it, and what is shown in its place once it was sent.

const copyOf = (root, id) => document.importNode(root.getElementById(id).content, true);

/** Puts values at the places that name them, and leaves out links that lead nowhere. */
const fill = (part, values) => {
  for (const place of part.querySelectorAll('[data-put]')) place.textContent = values[place.dataset.put] ?? '';
  for (const link of part.querySelectorAll('[data-link]')) {
    const target = values[link.dataset.link];
    if (target) link.href = (link.dataset.scheme ?? '') + target;
    else link.remove();
  }
  return part;
};

/** Fills a list with one copy of its template for each of the values. */
const fillList = (list, values) => {
  const template = list.querySelector('template');
  list.append(...values.map(value => fill(document.importNode(template.content, true), value)));
};

const describe = (control, change) => {
  const ids = change((control.getAttribute('aria-describedby') ?? '').split(' ').filter(Boolean));
  if (ids.length) control.setAttribute('aria-describedby', ids.join(' '));
  else control.removeAttribute('aria-describedby');
};

const clearProblems = root => {
  for (const old of root.querySelectorAll('.error, .summary')) old.remove();
  for (const control of root.querySelectorAll('[aria-invalid]')) control.removeAttribute('aria-invalid');
  for (const control of root.querySelectorAll('[aria-describedby]')) {
    describe(control, ids => ids.filter(id => !id.endsWith('-error')));
  }
};

/** A message where its field stands: below the legend of a group, above a control. */
const showProblem = (control, message) => {
  const note = document.createElement('p');
  note.className = 'error';
  note.id = `${control.id}-error`;
  note.textContent = message;

  const group = control.matches('fieldset, div');
  const legend = control.querySelector(':scope > legend');
  if (legend) legend.after(note);
  else if (group) control.prepend(note);
  else (control.closest('label') ?? control).before(note);

  const described = control.matches('div') ? control.querySelectorAll('fieldset') : [control];
  for (const target of described) describe(target, ids => [...ids, note.id]);
  if (!group) control.setAttribute('aria-invalid', 'true');
};

/** Says what is wrong: with the whole, and by field. The list above the form takes the focus; its lines lead to the fields. */
const showProblems = (root, detail, byField = {}) => {
  clearProblems(root);
  const summary = fill(copyOf(root, 'problems'), { detail }).firstElementChild;
  const controlOf = field => root.getElementById(field.replaceAll('.', '-'));
  const lines = Object.entries(byField).map(([field, messages]) => [controlOf(field), messages.join(' ')]);
  const order = [...root.querySelectorAll('form [id]')];
  lines.sort(([one], [other]) => order.indexOf(one) - order.indexOf(other));
  for (const [control, message] of lines) {
    const line = document.createElement('li');
    if (control) {
      showProblem(control, message);
      const link = document.createElement('a');
      link.href = `#${control.id}`;
      link.textContent = message;
      link.addEventListener('click', event => {
        event.preventDefault();
        const target = control.matches('fieldset, div') ? control.querySelector('input, select') : control;
        target.focus();
      });
      line.append(link);
    } else {
      line.textContent = message;
    }
    summary.querySelector('ul').append(line);
  }
  root.querySelector('form').before(summary);
  summary.focus();
};

/** Shows what an accepted submission is answered with; first of all, when it is called for, whom to turn to at once. */
const showThanks = (root, answer) => {
  const part = fill(copyOf(root, 'thanks'), answer);
  const [crisis, reading] = ['.danger', '.reading'].map(name => part.querySelector(name));
  if (answer.crisis) {
    fill(crisis, answer.crisis);
    fillList(crisis.querySelector('ul'), answer.crisis.lines);
  } else {
    crisis.remove();
  }
  if (answer.articles?.length) fillList(reading.querySelector('ul'), answer.articles);
  else reading.remove();

  const box = root.querySelector('.widget');
  box.replaceChildren(part);
  box.querySelector('[tabindex]').focus();
};
