/** What is used of Pagefind's own script, which lies beside the index. */
interface Pagefind {
  init(): Promise<void>;
  options(options: { baseUrl: string; excerptLength: number }): Promise<void>;
  debouncedSearch(query: string): Promise<{ results: { data(): Promise<Found> }[] } | null>;
}

interface Found {
  url: string;
  excerpt: string;
  meta: { title?: string };
}

const AT_ONCE = 8;

/** Search in a dialog: opened by its button or Ctrl K, answered while one types, walked with Tab. */
export function startSearch(): void {
  const search = document.querySelector<HTMLElement>('[data-search]');
  if (search === null) return;
  const dialog = search.querySelector('dialog')!;
  const input = dialog.querySelector('input')!;
  const button = search.querySelector<HTMLButtonElement>('.hb-search-open')!;
  const status = dialog.querySelector<HTMLElement>('.hb-search-status')!;
  const list = dialog.querySelector<HTMLElement>('.hb-search-results')!;
  let pagefind: Promise<Pagefind> | undefined;
  const open = (): void => {
    if (dialog.open) return;
    dialog.showModal();
    input.select();
    // A page opened from disk may not read the index: the browser forbids it.
    if (location.protocol === 'file:') return void (status.textContent = search.dataset['fromDisk']!);
    pagefind ??= load(new URL(search.dataset['search']!, document.baseURI));
  };
  button.hidden = false;
  button.addEventListener('click', open);
  document.addEventListener('keydown', (event) => {
    if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    open();
  });
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });
  dialog.querySelector('form')!.addEventListener('submit', (event) => {
    // Enter in the field is no wish to leave.
    if (event.submitter === null || document.activeElement === input) event.preventDefault();
  });
  input.addEventListener('input', () => {
    if (pagefind === undefined) return;
    void answer(pagefind, input.value.trim(), { search, status, list }).catch(() => {
      status.textContent = search.dataset['failed']!;
    });
  });
}

async function load(folder: URL): Promise<Pagefind> {
  const pagefind = (await import(new URL('pagefind.js', folder).href)) as Pagefind;
  await pagefind.options({ baseUrl: new URL('..', folder).pathname, excerptLength: 24 });
  await pagefind.init();
  return pagefind;
}

async function answer(
  pagefind: Promise<Pagefind>,
  query: string,
  { search, status, list }: { search: HTMLElement; status: HTMLElement; list: HTMLElement },
): Promise<void> {
  if (query === '') {
    status.textContent = '';
    list.replaceChildren();
    return;
  }
  const found = await (await pagefind).debouncedSearch(query);
  // `null`: more was typed meanwhile.
  if (found === null) return;
  const pages = await Promise.all(found.results.slice(0, AT_ONCE).map((one) => one.data()));
  status.textContent =
    found.results.length === 0
      ? search.dataset['nothing']!.replace('{query}', query)
      : search.dataset['found']!.replace(/\d+/, String(found.results.length));
  list.replaceChildren(...pages.map(resultOf));
}

function resultOf({ url, excerpt, meta }: Found): HTMLElement {
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = url;
  link.textContent = meta.title ?? url;
  const text = document.createElement('p');
  // Pagefind escapes the words of the page and adds marks of its own.
  text.innerHTML = excerpt;
  item.append(link, text);
  return item;
}
