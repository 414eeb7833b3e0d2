import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SITES } from '../../src/press/options.ts';
import { openBrowser, watchedPage } from '../support/browser.ts';
import { DEMO } from '../support/demo.ts';
import { filesOf } from '../support/folders.ts';
import { unescapeHtml } from '../support/html.ts';

const TAG = /<([a-z][\w-]*)\b((?:[^>"']|"[^"]*"|'[^']*')*)>/gi;
const SCRIPT = /<script\b((?:[^>"']|"[^"]*"|'[^']*')*)>([\s\S]*?)<\/script\s*>/gi;
const ATTRIBUTE = /([^\s"'=/]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"']+))?/g;

const attributesOf = (text: string): Map<string, string> =>
  new Map(
    [...text.matchAll(ATTRIBUTE)].map(([, name, value = '']) => [
      name!.toLowerCase(),
      unescapeHtml(value.replace(/^(["'])(.*)\1$/s, '$2')),
    ]),
  );

interface PageFile {
  file: string;
  html: string;
  /** Every element's name and attributes, in order; what stands inside of scripts is none. */
  elements: { name: string; attributes: Map<string, string> }[];
  scripts: { attributes: Map<string, string>; code: string }[];
}

let pages: PageFile[];

beforeAll(async () => {
  const files = (await filesOf(DEMO)).filter((file) => file.endsWith('.html'));
  pages = await Promise.all(
    files.map(async (file) => {
      const html = (await readFile(join(DEMO, file), 'utf8')).replace(/<!--[\s\S]*?-->/g, '');
      const scripts = [...html.matchAll(SCRIPT)].map(([, text = '', code = '']) => ({
        attributes: attributesOf(text),
        code,
      }));
      const bare = html.replace(SCRIPT, '<script$1></script>').replace(/(<style\b[^>]*>)[\s\S]*?<\/style>/gi, '$1');
      const elements = [...bare.matchAll(TAG)].map(([, name = '', text = '']) => ({
        name: name.toLowerCase(),
        attributes: attributesOf(text),
      }));
      return { file, html, elements, scripts };
    }),
  );
});

const metaOf = ({ elements }: PageFile, key: string): string | undefined =>
  elements
    .find(
      ({ name, attributes }) => name === 'meta' && [attributes.get('name'), attributes.get('http-equiv')].includes(key),
    )
    ?.attributes.get('content');

const policyOf = (page: PageFile): Map<string, string[]> =>
  new Map(
    (metaOf(page, 'Content-Security-Policy') ?? '').split(';').map((part) => {
      const [name = '', ...sources] = part.trim().split(/\s+/);
      return [name, sources];
    }),
  );

/** Pages that break a rule, with what breaks it. */
const breaches = (rule: (page: PageFile) => string[]): string[] =>
  pages.flatMap((page) => rule(page).map((what) => `${page.file}: ${what}`));

describe('every page of every site', () => {
  it('is among those looked at', () => {
    for (const site of SITES) expect(pages.filter(({ file }) => file.startsWith(`${site}/`)).length).toBeGreaterThan(1);
  });

  it('has a policy before anything it could forbid, which lets nothing in from elsewhere and no script be made up', () => {
    const wrong = breaches((page) => {
      const policy = policyOf(page);
      const first = page.elements.find(({ name }) => ['script', 'link', 'style', 'img', 'body'].includes(name));
      const place = page.elements.findIndex(
        ({ attributes }) => attributes.get('http-equiv') === 'Content-Security-Policy',
      );
      const foreign = [...policy.values()].flat().filter((source) => /^\w+:\/\/|^\*|^https?:|^\/\//.test(source));
      return [
        ...(String(policy.get('default-src')) === "'none'" ? [] : ['default-src']),
        ...(String(policy.get('base-uri')) === "'none'" ? [] : ['base-uri']),
        ...(policy.has('form-action') && policy.has('script-src') ? [] : ['form-action, script-src']),
        ...(policy.get('script-src') ?? []).filter((one) =>
          ["'unsafe-inline'", "'unsafe-eval'", 'data:', 'blob:'].includes(one),
        ),
        ...(place >= 0 && place < page.elements.indexOf(first!) ? [] : ['comes too late']),
        ...foreign,
      ];
    });
    expect(wrong).toEqual([]);
  });

  it('has no script its policy would refuse', () => {
    const wrong = breaches((page) => {
      const allowed = policyOf(page).get('script-src') ?? [];
      return page.scripts.flatMap(({ attributes, code }) => {
        const src = attributes.get('src');
        if (src !== undefined) return allowed.includes("'self'") && !/^\w+:|^\//.test(src) ? [] : [src];
        if (/json$/.test(attributes.get('type') ?? '')) return [];
        const hash = `'sha256-${createHash('sha256').update(code).digest('base64')}'`;
        return allowed.includes(hash) ? [] : [code.slice(0, 60)];
      });
    });
    expect(wrong).toEqual([]);
  });

  it('has no handler and no script in an attribute', () => {
    const wrong = breaches(({ elements }) =>
      elements.flatMap(({ name, attributes }) =>
        [...attributes].flatMap(([key, value]) =>
          /^on[a-z]+$/.test(key) || /^\s*javascript:/i.test(value) || key === 'srcdoc' ? [`${name} ${key}`] : [],
        ),
      ),
    );
    expect(wrong).toEqual([]);
  });

  it('gives no page it opens in another window a way back', () => {
    const wrong = breaches(({ elements }) =>
      elements.flatMap(({ attributes }) => {
        const rel = (attributes.get('rel') ?? '').split(/\s+/);
        return attributes.get('target') === '_blank' && !rel.includes('noopener') ? [attributes.get('href') ?? ''] : [];
      }),
    );
    expect(wrong).toEqual([]);
  });

  it('is shown to no search engine and tells no other site where its reader came from', () => {
    const wrong = breaches((page) => [
      ...(metaOf(page, 'robots') === 'noindex, nofollow' ? [] : ['robots']),
      ...(metaOf(page, 'referrer') === 'no-referrer' ? [] : ['referrer']),
    ]);
    expect(wrong).toEqual([]);
  });
});

describe('in a browser', () => {
  let browser: Browser;
  beforeAll(async () => void (browser = await openBrowser()));
  afterAll(() => browser.close());

  it('pages of all sites, one for each set of scripts and policy, run without a violation', async () => {
    const kinds = new Map<string, PageFile>();
    for (const page of pages) {
      const scripts = page.scripts.map(({ attributes }) => attributes.get('src')?.split('/').at(-1));
      const kind = JSON.stringify([page.file.split('/')[0], scripts, metaOf(page, 'Content-Security-Policy')]);
      if (!kinds.has(kind)) kinds.set(kind, page);
    }
    expect(kinds.size).toBeGreaterThan(SITES.length);
    for (const { file } of kinds.values()) {
      await using tab = await watchedPage(browser);
      await tab.open(join(DEMO, file));
      expect(
        tab.trouble.filter((text) => /content security policy|refused to/i.test(text)),
        file,
      ).toEqual([]);
    }
  });
});
