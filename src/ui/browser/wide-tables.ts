/** A table wider than its page is scrolled sideways: from the keyboard too, in every browser, and only then. */
export function startWideTables(): void {
  const watch = new ResizeObserver((changed) => {
    for (const table of new Set(changed.map(({ target }) => target.closest('table')!))) {
      if (table.scrollWidth > table.clientWidth) table.setAttribute('tabindex', '0');
      else table.removeAttribute('tabindex');
    }
  });
  for (const table of document.querySelectorAll('.sl-markdown-content table')) {
    watch.observe(table);
    // When a font has come the words grow narrower and the frame does not.
    if (table.firstElementChild) watch.observe(table.firstElementChild);
  }
}
