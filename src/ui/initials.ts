/** «Анна Ковалёва» → «АК»; one letter for one word. */
export function initials(name: string): string {
  const letters = name
    .split(/\s+/u)
    .map((word) => [...word].find((letter) => /\p{L}/u.test(letter)) ?? '')
    .filter((letter) => letter !== '');
  return [letters[0], letters.length > 1 ? letters.at(-1) : ''].join('').toUpperCase();
}
