import { nearest, type Finding } from '../findings.ts';
import * as mistake from './mistakes.ts';

/** Where a page stands and which pages there are; all with a slash at both ends, as `/ru/role/code/`. */
export interface Addresses {
  own: string;
  known: ReadonlySet<string>;
}

/**
 * What is wrong with a link of a lesson: addresses of the web, of letters and telephones are left alone, everything
 * else is a relative address of a page of the same language.
 */
export function linkFinding(href: string, { own, known }: Addresses, at: Pick<Finding, 'row' | 'column'>): Finding[] {
  if (/^(https?:\/\/[^\s/]|mailto:\S|tel:\+?\d|#)/i.test(href)) return [];
  const base = new URL(own, 'https://handbook.example');
  if (href.startsWith('/') || /^[a-z][a-z0-9+.-]*:/i.test(href) || !URL.canParse(href, base.href)) {
    return [mistake.brokenLink(href, ADVICE, at)];
  }
  const target = new URL(href, base).pathname;
  if (known.has(target)) return [];
  if (known.has(`${target}/`)) {
    const right = href.replace(/([?#].*)?$/, '/$1');
    return [mistake.brokenLink(href, { ru: `допишите косую черту: ${right}`, en: `add the slash: ${right}` }, at)];
  }
  const near = nearest(target, [...known]);
  const mend =
    near === null
      ? ADVICE
      : { ru: `возможно, имелось в виду ${relative(own, near)}`, en: `perhaps ${relative(own, near)} was meant` };
  return [mistake.brokenLink(href, mend, at)];
}

const ADVICE = {
  ru: 'укажите урок: две папки вверх, часть, урок',
  en: 'name the lesson: two folders up, the part, the lesson',
};

/** The way from one page to another, as it is written in a link. */
export function relative(from: string, to: string): string {
  const [a, b] = [from.split('/').slice(1, -1), to.split('/').slice(1, -1)];
  let shared = 0;
  while (shared < a.length && shared < b.length && a[shared] === b[shared]) shared += 1;
  return `${'../'.repeat(a.length - shared)}${b.slice(shared).join('/')}${b.length > shared ? '/' : ''}` || './';
}
