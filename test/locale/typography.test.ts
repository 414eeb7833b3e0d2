import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { typeset, typesetHtml } from '../../src/locale/typography.ts';
import type { Locale } from '../../src/types/locale.ts';
import { nb } from './nb.ts';

const russian: [string, string][] = [
  ['Отель "Северный мыс" принял гостей', 'Отель «Северный мыс» принял гостей'],
  ['Письмо "Отзыв о "Маяке""', 'Письмо «Отзыв о~„Маяке“»'],
  ['("скобки")', '(«скобки»)'],
  ['Монитор 27" и 24"', 'Монитор 27" и~24"'],
  ['Незакрытая "кавычка остаётся', 'Незакрытая "кавычка остаётся'],
  ['Рост на 12% к сентябрю', 'Рост на~12~% к~сентябрю'],
  ['И в октябре, и в ноябре', 'И~в~октябре, и~в~ноябре'],
  ['Лидов стало больше - это поиск', 'Лидов стало больше~— это поиск'],
  ['Лидов стало больше -- это поиск', 'Лидов стало больше~— это поиск'],
  ['15 сент. – 14 окт.', '15~сент.~– 14~окт.'],
  ['за 3-5 дней', 'за~3–5~дней'],
  ['Письма · Встречи', 'Письма~· Встречи'],
  ['с 10:00-18:30', 'с~10:00–18:30'],
  ['1 234 567 показов', '1~234~567~показов'],
  ['в 2026 120 лидов', 'в~2026 120~лидов'],
  ['Температура -5 и ниже', 'Температура −5 и~ниже'],
  ['и т.д., т. е. всё', 'и~т.~д., т.~е. всё'],
  ['Ждём...', 'Ждём…'],
  ['если бы не дождь, то же самое', 'если~бы не~дождь, то~же самое'],
  ['Договор № 15', 'Договор №~15'],
  ['412 против 368 в мае', '412 против 368 в~мае'],
  ["Д'Артаньян", 'Д’Артаньян'],
];

const english: [string, string][] = [
  ['The "North Cape" hotel', 'The “North Cape” hotel'],
  ['He said "read \'Emma\' first"', 'He said “read ‘Emma’ first”'],
  ['He said "read "Emma" first"', 'He said “read ‘Emma’ first”'],
  ["It's the clients' money from the '90s", 'It’s the clients’ money from the ’90s'],
  ['A 27" screen', 'A 27" screen'],
  ['Up 12 % since May', 'Up 12% since May'],
  ['3-5 days', '3–5~days'],
  ['Leads grew - search did it', 'Leads grew~— search did it'],
  ['Wait...', 'Wait…'],
  ['down to -3.4 pp', 'down to −3.4~pp'],
];

const untouched = [
  'https://example.com/a-1-2?q="x"&n=1-5',
  'www.example.com/3-5',
  'name-1-2@example.com',
  '2026-10-01',
  '2026-10',
  '2026-09-15..2026-10-14',
  '+7 495 123-45-67',
  '8 (800) 555-35-35',
  'utm_source=1-5',
  '`"code" - 5`',
  'report-1-2.pdf',
  'src/a-1-2',
  '{count}-5',
  'COVID-19',
  '24-7',
];

describe('typeset', () => {
  it.each(russian)('sets Russian «%s»', (raw, set) => expect(typeset(raw, 'ru')).toBe(nb(set)));
  it.each(english)('sets English «%s»', (raw, set) => expect(typeset(raw, 'en')).toBe(nb(set)));

  it.each(untouched)('leaves %s alone in both languages', (token) => {
    for (const locale of ['ru', 'en'] as const) expect(typeset(token, locale)).toBe(token);
  });

  it('sets the words around an address', () => {
    expect(typeset('Отчёт "на https://a.ru/x-1-2" и в "почте".', 'ru')).toBe(
      nb('Отчёт «на~https://a.ru/x-1-2» и~в~«почте».'),
    );
  });

  it('sets a name of 5,000 letters without going over it again and again', () => {
    const name = 'a-'.repeat(2500) + 'я'.repeat(2500);
    const start = performance.now();
    expect(typeset(name, 'ru')).toBe(name);
    expect(performance.now() - start).toBeLessThan(1000);
  });

  const piece = fc.constantFrom(
    ...['"', "'", '-', '--', ' - ', '...', '.', '%', ' ', '\n', '\u00a0', '«', '»', '„', '“', '”', '‘', '’', '—', '–'],
    ...['в ', 'и', 'же', '5', '12', '1 234', '3-5', 'т.д.', 'т. е.', 'a', 'don', 't', 'слово', '(', ')', '/', '=', '@'],
    ...['https://a.ru/b-1', 'a@b.ru', '`', '№ ', '10:00-12:00', '\ue000', '\ue001', '<b>', '</b>', '&quot;', 'руб.'],
  );
  const text = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(''));
  const locale = fc.constantFrom<Locale>('ru', 'en');

  it('changes nothing when a text is set twice', () => {
    fc.assert(
      fc.property(text, locale, (raw, language) => {
        const once = typeset(raw, language);
        expect(typeset(once, language)).toBe(once);
      }),
      { numRuns: 5000 },
    );
  });

  it('keeps every letter and digit in its place', () => {
    const letters = (value: string): string => value.replace(/[^\p{L}\d]/gu, '');
    fc.assert(
      fc.property(text, locale, (raw, language) => {
        expect(letters(typeset(raw, language))).toBe(letters(raw));
      }),
    );
  });
});

describe('typesetHtml', () => {
  it('sets text and leaves tags, attributes and code alone', () => {
    expect(
      typesetHtml('<p class="a-1-2">"Рост <em>на 12%</em>" <code>"a" - 3-5</code></p><p>в "<b>мае</b>"</p>', 'ru'),
    ).toBe(nb('<p class="a-1-2">«Рост <em>на~12~%</em>» <code>"a" - 3-5</code></p><p>в~«<b>мае</b>»</p>'));
  });

  it('understands escaped quotes and keeps other entities', () => {
    expect(typesetHtml('<p>&quot;A &amp; B&quot; &lt;tag&gt;</p>', 'en')).toBe('<p>“A &amp; B” &lt;tag&gt;</p>');
  });

  it('does not let an unpaired quote of one paragraph spoil the next', () => {
    expect(typesetHtml('<p>5" и "да</p><p>"нет"</p>', 'ru')).toBe(nb('<p>5" и~"да</p><p>«нет»</p>'));
  });
});
