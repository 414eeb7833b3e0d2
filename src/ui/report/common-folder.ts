/** The deepest folder all files share, ending in `/`; empty when there is none. */
export function commonFolder(files: string[]): string {
  const [first = '', ...others] = files.map((file) => file.split('/').slice(0, -1));
  let shared = first === '' ? [] : first;
  for (const parts of others) {
    const end = shared.findIndex((part, i) => parts[i] !== part);
    if (end >= 0) shared = shared.slice(0, end);
  }
  return shared.map((part) => `${part}/`).join('');
}
