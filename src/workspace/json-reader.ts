import { quoted, type Finding } from './findings.ts';

/** Steps from the top of a JSON document to one of its values. */
export type JsonPath = readonly (string | number)[];

/** 1-based line and column of a place in a text file. */
export interface Place {
  row: number;
  column: number;
}

/** A JSON document that remembers where each of its values stands. */
export interface JsonDocument {
  value: unknown;
  /** The value at `path`, or the nearest value above it that exists. */
  place(path: JsonPath): Place;
  /** The field's name itself, for complaints about the name. */
  placeOfKey(path: JsonPath): Place;
}

/** The value at `path`; undefined where the path leads nowhere. */
export function valueAt(value: unknown, path: JsonPath): unknown {
  return path.reduce<unknown>((inner, step) => (inner as Record<string | number, unknown> | undefined)?.[step], value);
}

const DEEPEST = 64;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
// A whole string literal, escapes and all; JSON.parse then decodes and judges it.
const STRING = /"(?:[^"\\\n\r]|\\.)*"/y;

/** Reads JSON strictly, with line and column of the first mistake in the finding's `row` and `column`. */
export function readJson(text: string): { document: JsonDocument; findings: Finding[] } | { finding: Finding } {
  const reader = new JsonReader(text);
  try {
    const value = reader.document();
    return { document: { value, place: reader.place, placeOfKey: reader.placeOfKey }, findings: reader.duplicates };
  } catch (error) {
    if (error instanceof SyntaxMistake) return { finding: error.finding };
    throw error;
  }
}

/**
 * Of a text that is no JSON: the fields of these names that can be read each by itself, where the name first stands.
 */
export function readFieldsApart(text: string, names: readonly string[]): Record<string, unknown> {
  const fields = names.flatMap((name): [string, unknown][] => {
    const at = text.indexOf(JSON.stringify(name));
    const read = at < 0 ? null : new JsonReader(text, at).apart((reader) => reader.field());
    return read === null ? [] : [[name, read.value]];
  });
  return Object.fromEntries(fields);
}

/** Of a list that is no JSON: the objects in it, each by itself, of one with a mistake the fields before it. */
export function readItemsApart(text: string): unknown[] {
  const items: unknown[] = [];
  for (let at = text.indexOf('{'); at >= 0;) {
    const read = new JsonReader(text, at).apart((reader) => reader.item());
    items.push(read?.value ?? new JsonReader(text, at).begun());
    at = text.indexOf('{', read?.end ?? at + 1);
  }
  return items;
}

class SyntaxMistake extends Error {
  readonly finding: Finding;
  constructor(finding: Finding) {
    super(finding.code);
    this.finding = finding;
  }
}

/** Recursive descent over the text; `places` is filled as values are met. */
class JsonReader {
  readonly duplicates: Finding[] = [];
  private readonly text: string;
  private readonly values = new Map<string, number>();
  private readonly keys = new Map<string, number>();
  private at: number;

  constructor(text: string, at = 0) {
    this.text = text;
    this.at = at;
  }

  readonly place = (path: JsonPath): Place => {
    for (let length = path.length; length > 0; length--) {
      const offset = this.values.get(JSON.stringify(path.slice(0, length)));
      if (offset !== undefined) return placeAt(this.text, offset);
    }
    return placeAt(this.text, this.values.get('[]') ?? 0);
  };

  readonly placeOfKey = (path: JsonPath): Place => {
    const offset = this.keys.get(JSON.stringify(path));
    return offset === undefined ? this.place(path) : placeAt(this.text, offset);
  };

  document(): unknown {
    const value = this.value([]);
    if (this.skipSpace() < this.text.length) this.fail({ ru: 'конец файла', en: 'the end of the file' });
    return value;
  }

  /** What can be read where the reader stands, and where it ends; `null` when it is no JSON. */
  apart(read: (reader: JsonReader) => unknown): { value: unknown; end: number } | null {
    try {
      return { value: read(this), end: this.at };
    } catch (error) {
      if (error instanceof SyntaxMistake) return null;
      throw error;
    }
  }

  /** The value of a field whose name stands here. */
  field(): unknown {
    const name = this.string();
    this.colon();
    return this.value([name]);
  }

  item(): unknown {
    return this.value([]);
  }

  /** Of an object that stands here, the fields before the first mistake. */
  begun(): Record<string, unknown> {
    const fields: [string, unknown][] = [];
    const more = (): boolean => this.text[this.skipSpace()] === (fields.length === 0 ? '{' : ',');
    this.apart(() => {
      while (more()) {
        this.at++;
        this.skipSpace();
        const name = this.string();
        this.colon();
        fields.push([name, this.value([name])]);
      }
    });
    return Object.fromEntries(fields);
  }

  private colon(): void {
    if (this.text[this.skipSpace()] !== ':')
      this.fail({ ru: 'двоеточие после имени поля', en: 'a colon after the field name' });
    this.at++;
  }

  private value(path: JsonPath): unknown {
    const start = this.skipSpace();
    this.values.set(JSON.stringify(path), start);
    if (path.length > DEEPEST) this.fail({ ru: 'меньше вложенных скобок', en: 'fewer nested brackets' });
    const first = this.text[start];
    if (first === '{') return this.object(path);
    if (first === '[') return this.array(path);
    if (first === '"') return this.string();
    for (const [word, value] of [
      ['true', true],
      ['false', false],
      ['null', null],
    ] as const) {
      if (this.text.startsWith(word, start)) return ((this.at += word.length), value);
    }
    const number = this.match(NUMBER);
    if (number !== null) return Number(number);
    return this.fail({
      ru: 'значение: "текст", число, true, false, null, {…} или […]',
      en: 'a value: "text", a number, true, false, null, {…} or […]',
    });
  }

  private object(path: JsonPath): unknown {
    const entries = new Map<string, unknown>();
    this.list('}', () => {
      const keyAt = this.skipSpace();
      if (this.text[keyAt] !== '"')
        this.fail({ ru: 'имя поля в двойных кавычках', en: 'a field name in double quotes' });
      const key = this.string();
      const inside = [...path, key];
      if (entries.has(key)) this.duplicates.push(duplicateField(key, placeAt(this.text, keyAt)));
      this.keys.set(JSON.stringify(inside), keyAt);
      this.colon();
      entries.set(key, this.value(inside));
    });
    // fromEntries makes own properties, "__proto__" included.
    return Object.fromEntries(entries);
  }

  private array(path: JsonPath): unknown[] {
    const items: unknown[] = [];
    this.list(']', () => items.push(this.value([...path, items.length])));
    return items;
  }

  /** The inside of brackets: items with commas between them, up to `close`. */
  private list(close: '}' | ']', item: () => void): void {
    this.at++;
    if (this.text[this.skipSpace()] === close) return void this.at++;
    for (;;) {
      item();
      const next = this.text[this.skipSpace()];
      if (next !== ',' && next !== close) this.fail({ ru: `запятая или «${close}»`, en: `a comma or “${close}”` });
      this.at++;
      if (next === close) return;
      if (this.text[this.skipSpace()] === close) this.failOnTrailingComma(close);
    }
  }

  private string(): string {
    const literal = this.match(STRING);
    if (literal === null)
      return this.fail({ ru: 'закрывающая кавычка на той же строке', en: 'a closing quotation mark on the same line' });
    try {
      return JSON.parse(literal) as string;
    } catch {
      this.at -= literal.length;
      return this.fail({
        ru: 'текст без знаков табуляции и неизвестных \\-последовательностей',
        en: 'text without tabs and unknown \\-sequences',
      });
    }
  }

  private match(pattern: RegExp): string | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0] ?? null;
    if (found !== null) this.at += found.length;
    return found;
  }

  private skipSpace(): number {
    while (this.at < this.text.length && ' \t\n\r'.includes(this.text[this.at] ?? '')) this.at++;
    return this.at;
  }

  private failOnTrailingComma(close: string): never {
    const mend = { ru: `уберите запятую перед «${close}»`, en: `remove the comma before “${close}”` };
    return this.fail({ ru: 'следующее значение', en: 'another value' }, mend);
  }

  private fail(expected: { ru: string; en: string }, mend?: { ru: string; en: string }): never {
    const rest = this.text.slice(this.at, this.at + 20).split('\n')[0] ?? '';
    const comment = rest.startsWith('//') || rest.startsWith('/*');
    throw new SyntaxMistake({
      code: 'json-syntax',
      severity: 'error',
      ...placeAt(this.text, this.at),
      found: this.at >= this.text.length ? { ru: 'конец файла', en: 'the end of the file' } : quoted(rest),
      expected,
      mend: comment ? NO_COMMENTS : (mend ?? CHECK_PUNCTUATION),
    });
  }
}

const NO_COMMENTS = { ru: 'удалите комментарий: в JSON их не бывает', en: 'remove the comment: JSON has none' };
const CHECK_PUNCTUATION = {
  ru: 'проверьте запятые, кавычки и скобки на этой строке и строкой выше',
  en: 'check the commas, quotation marks and brackets on this line and the one above',
};

function duplicateField(key: string, place: Place): Finding {
  return {
    code: 'duplicate-field',
    severity: 'error',
    ...place,
    found: { ru: `поле «${key}» второй раз`, en: `the field “${key}” a second time` },
    expected: { ru: 'каждое поле один раз', en: 'every field once' },
    mend: { ru: 'оставьте одно из двух', en: 'keep one of the two' },
  };
}

function placeAt(text: string, offset: number): Place {
  const before = text.slice(0, offset);
  return { row: before.split('\n').length, column: offset - (before.lastIndexOf('\n') + 1) + 1 };
}
