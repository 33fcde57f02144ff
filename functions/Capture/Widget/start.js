// However many script tags a page has, the element is defined once; each tag puts a form where it stands.

if (!customElements.get('lead-form')) customElements.define('lead-form', LeadForm);

if (script.dataset.form) {
  const element = document.createElement('lead-form');
  Object.assign(element.dataset, script.dataset);
  element.append(plainLink(element));
  script.after(element);
}
