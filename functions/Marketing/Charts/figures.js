// Draws the tables of the page: each chart is made of the cells of its own table, so that both always say the same.
(() => {
  'use strict';
  const most = 25;
  const long = 14;
  const dashes = [[], [6, 4], [2, 3]];
  const shades = matchMedia('(prefers-color-scheme: dark)');
  const charts = [];

  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
  const numberOf = (cell) => (cell.dataset.v ? Number(cell.dataset.v) : null);

  function seriesOf(table) {
    const rows = [...table.tBodies[0].rows];
    const shown = table.dataset.chart === 'bar' ? rows.slice(0, most) : rows;
    const headings = [...table.tHead.rows[0].cells].slice(1).map((cell) => cell.textContent.trim());
    return {
      labels: shown.map((row) => row.cells[0].textContent.trim()),
      sets: table.dataset.columns.split(',').map(Number).map((column) => ({
        label: headings[column],
        data: shown.map((row) => numberOf(row.cells[column + 1])),
      })),
    };
  }

  function paint(chart) {
    const colours = ['chart-1', 'chart-2', 'chart-3'].map(colour);
    chart.data.datasets.forEach((set, at) => {
      set.borderColor = colours[at];
      set.backgroundColor = colours[at];
      set.borderDash = chart.config.type === 'line' ? dashes[at] : [];
    });
    for (const scale of Object.values(chart.options.scales)) {
      scale.ticks = { ...scale.ticks, color: colour('text') };
      scale.grid = { color: colour('line') };
    }
    chart.options.plugins.legend.labels = { color: colour('text') };
    // An update without a mode: the mode 'none' leaves elements that share their options in the colours they were first drawn in.
    chart.update();
  }

  // Names stand below each other, and need room for as many. On a phone there is room for half of it, and of a page its own name says most.
  function shorten(text, width) {
    const isNarrow = width < 500;
    const name = (isNarrow && text.slice(text.lastIndexOf('/') + 1)) || text;
    const room = isNarrow ? 18 : 34;
    return name.length > room ? `${name.slice(0, room - 1)}…` : name;
  }

  function draw(table) {
    const kind = table.dataset.chart;
    const isBar = kind === 'bar';
    const place = table.closest('section').querySelector('.chart');
    const { labels, sets } = seriesOf(table);
    place.hidden = false;
    place.classList.add(kind);
    place.classList.add(`rows-${Math.min(most, labels.length)}`);
    const names = { ticks: { callback(value) { return shorten(this.getLabelForValue(value), this.chart.width); } } };
    const numbers = { beginAtZero: true, ticks: { precision: 0 } };
    const chart = new Chart(place.firstElementChild, {
      type: kind === 'line' ? 'line' : 'bar',
      data: { labels, datasets: sets.map((set) => ({ ...set, borderWidth: 2, pointRadius: labels.length > 60 ? 0 : 2, spanGaps: false })) },
      options: {
        indexAxis: isBar ? 'y' : 'x',
        animation: false,
        responsive: true,
        maintainAspectRatio: false,
        scales: isBar ? { x: numbers, y: { ...names, ticks: { ...names.ticks, autoSkip: false } } } : { x: names, y: numbers },
        plugins: { legend: { position: 'bottom' } },
      },
    });
    paint(chart);
    charts.push(chart);

    // What is drawn need not be read line by line; it is one click away.
    if (labels.length > long) {
      table.closest('details').open = false;
    }
  }

  function offerCopy(button) {
    const table = button.closest('section').querySelector('table');
    button.hidden = !navigator.clipboard;
    button.addEventListener('click', async () => {
      const lines = [...table.rows].map((row) => [...row.cells].map((cell) => cell.textContent.trim()).join('\t'));
      await navigator.clipboard.writeText(lines.join('\n'));
      button.textContent = button.dataset.done;
    });
  }

  // On paper everything is open, and in the colours of paper.
  let closed = [];
  addEventListener('beforeprint', () => {
    closed = [...document.querySelectorAll('details:not([open])')];
    closed.forEach((details) => { details.open = true; });
    charts.forEach((chart) => { paint(chart); chart.resize(); });
  });
  addEventListener('afterprint', () => {
    closed.forEach((details) => { details.open = false; });
    charts.forEach(paint);
  });
  shades.addEventListener('change', () => charts.forEach(paint));

  // A definition is looked up from inside of a table that may be closed again.
  document.querySelectorAll('table[data-chart]').forEach(draw);
  document.querySelectorAll('button.copy').forEach(offerCopy);
})();
