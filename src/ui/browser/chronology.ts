/**
 * Puts buttons above the chronology, one for each area that occurs, which hide entries of the others and months left
 * empty, and unfold older months. Labels come from the page (`data-filter`, `data-filter-all`), so the script knows no language.
 */
export function filterChronology(chronology: HTMLElement): void {
  const entries = [...chronology.querySelectorAll<HTMLElement>('[data-area]')];
  const areas = [...new Set(entries.map(({ dataset }) => dataset.area ?? ''))];
  if (areas.length < 2) return;
  const group = document.createElement('div');
  group.className = 'filter';
  group.setAttribute('role', 'group');
  group.setAttribute('aria-label', chronology.dataset.filter ?? '');
  const buttons = [chronology.dataset.filterAll ?? '', ...areas].map((label, i) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = label;
    button.setAttribute('aria-pressed', String(i === 0));
    button.addEventListener('click', () => {
      for (const other of buttons) other.setAttribute('aria-pressed', String(other === button));
      show(chronology, entries, i === 0 ? null : label);
    });
    return button;
  });
  group.append(...buttons);
  chronology.prepend(group);
}

/** Shows one area, or all when `area` is null. */
function show(chronology: HTMLElement, entries: HTMLElement[], area: string | null): void {
  for (const entry of entries) entry.hidden = area !== null && entry.dataset.area !== area;
  for (const month of chronology.querySelectorAll<HTMLElement>('.month')) {
    month.hidden = !month.querySelector('[data-area]:not([hidden])');
    if (month instanceof HTMLDetailsElement) month.open = area !== null;
  }
}
