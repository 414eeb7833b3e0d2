import { posix } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { finishedPage } from '../../src/press/handbook/finish-pages.ts';
import { linksInside } from '../../src/press/handbook/print-links.ts';
import { relativeAddress, relativePage, relativeSheet } from '../../src/press/handbook/relative.ts';
import { drawnSigns } from '../../src/ui/signs.ts';

const PAGE = 'ru/role/code/index.html';

describe('an address from the root', () => {
  it.each([
    ['/ru/orders/briefs/', '../../orders/briefs/index.html'],
    ['/ru/role/code/', 'index.html'],
    ['/ru/role/code/#goals', 'index.html#goals'],
    ['/', '../../../index.html'],
    ['/assets/style.css', '../../../assets/style.css'],
    ['/pagefind/', '../../../pagefind/'],
    ['/_astro/a.js?v=1', '../../../_astro/a.js?v=1'],
  ])('%s becomes %s', (address, relative) => {
    expect(relativeAddress(address, PAGE)).toBe(relative);
  });

  it.each([
    'https://example.org/',
    '//example.org/',
    'mailto:a@b.example',
    'tel:+1',
    '#goals',
    '',
    'data:,x',
    'page.html',
  ])('%s is left alone', (address) => expect(relativeAddress(address, PAGE)).toBe(address));

  it('names the page of a folder that a lesson links to relatively', () => {
    expect(relativeAddress('../../orders/briefs/', PAGE)).toBe('../../orders/briefs/index.html');
    expect(relativeAddress('../../orders/briefs/#a', PAGE)).toBe('../../orders/briefs/index.html#a');
  });

  it('leads from any page to where it led from the root', () => {
    const step = fc.stringMatching(/^[a-z0-9-]{1,8}$/);
    fc.assert(
      fc.property(fc.array(step, { maxLength: 4 }), fc.array(step, { maxLength: 4 }), step, (from, to, file) => {
        const page = [...from, 'index.html'].join('/');
        const target = `/${[...to, file].join('/')}`;
        const found = posix.join('/', posix.dirname(page), relativeAddress(`${target}.css`, page));
        expect(found).toBe(`${target}.css`);
        expect(posix.join('/', posix.dirname(page), relativeAddress(`${target}/`, page))).toBe(`${target}/index.html`);
      }),
    );
  });
});

describe('a page', () => {
  it('has its addresses changed in tags only: not in scripts, styles, comments and words', () => {
    const kept = `<!-- <a href="/x/"> --><script>a = '<a href="/x/">'</script><style>a{b:"<i src='/x'>"}</style>say href="/x/"`;
    expect(
      relativePage(`<a class='b' href="/ru/">x</a>${kept}<img srcset="/a.png 1x, /b.png 2x" src='/a.png'>`, PAGE),
    ).toBe(
      `<a class='b' href="../../index.html">x</a>${kept}<img srcset="../../../a.png 1x, ../../../b.png 2x" src="../../../a.png">`,
    );
  });

  it('may hold quotation marks and angle brackets in other attributes', () => {
    expect(relativePage(`<a title="1 > 0, href=" href="/ru/">`, PAGE)).toBe(
      `<a title="1 > 0, href=" href="../../index.html">`,
    );
  });

  it('gets a policy that knows its own scripts and no others, and is light until a script says otherwise', () => {
    const page = finishedPage(
      `<html data-theme="dark"><meta http-equiv="Content-Security-Policy" content="x"><script>a()</script><script src="/b.js"></script><script type="application/json">{}</script>`,
      PAGE,
    );
    expect(page).toContain('<html data-theme="light">');
    // printf 'a()' | openssl dgst -sha256 -binary | base64
    expect(page).toContain("'sha256-qVpDBgj7bpq5hMAcGp3AOc79J3Y1Z4HvySTwKrWDoy4='");
    expect(page.match(/sha256-/g)).toHaveLength(1);
    expect(page).toContain('<script src="../../../b.js">');
  });

  it('has the signs that fonts lack drawn in its words, not in its attributes and titles', () => {
    const drawn = drawnSigns('<title>a → b</title><b title="→">● and →</b>');
    expect(drawn).toMatch(
      /^<title>a → b<\/title><b title="→"><svg [^>]*aria-label="●"[^>]*>.*<\/svg> and <svg [^>]*aria-label="→"/,
    );
  });

  it('never ends a line between the sign of an amount and that of its currency', () => {
    expect(drawnSigns('<b title="−$1">from −$1,061.37. Up +€5, −5 %, a−$b</b>')).toBe(
      '<b title="−$1">from <span class="unbroken">−$1,061.37</span>. Up <span class="unbroken">+€5</span>, −5 %, a−$b</b>',
    );
  });

  it('never ends a line inside a word with a hyphen and a short part, but may inside one of two long ones', () => {
    const whole = (word: string): string => `<span class="unbroken">${word}</span>`;
    expect(drawnSigns('<b title="из-за">Из-за кого-то: 1-го по чек-листу. Аккаунт-менеджер, 2026-10, e-mail</b>')).toBe(
      `<b title="из-за">${whole('Из-за')} ${whole('кого-то')}: ${whole('1-го')} по ${whole('чек-листу')}. Аккаунт-менеджер, 2026-10, e-mail</b>`,
    );
    expect(drawnSigns('<p>12 500 ₽/м² и ₽/ч, и/или')).toBe(
      '<p>12 500 <span class="unbroken">₽/м²</span> и <span class="unbroken">₽/ч</span>, и/или',
    );
    expect(drawnSigns('<title>из-за</title><p>мало-помалу')).toBe('<title>из-за</title><p>мало-помалу');
  });

  it('is left as it is where an attribute holds both an angle bracket and such a sign', () => {
    const html = `<b title="0 > 1 → 2" data-a='> →'>1</b>`;
    expect(drawnSigns(html)).toBe(html);
  });
});

it('a style sheet keeps to its folder', () => {
  expect(relativeSheet(`a{b:url(/_astro/x.woff2)}c{d:url("/assets/y.png")}e{f:url(data:,x)}`, '_astro/z.css')).toBe(
    `a{b:url(x.woff2)}c{d:url("../assets/y.png")}e{f:url(data:,x)}`,
  );
});

it('the printed page leads to places inside itself, and its ids do not meet', () => {
  const page = (address: string, id: string, body: string) =>
    `<article class="print-page" data-page="${address}"><header><h2 id="${id}">x</h2></header>${body}</article>`;
  const html = linksInside(
    page(
      'role/code/',
      'role-code',
      '<h2 id="a">x</h2><a href="../../orders/briefs/">b</a><a href="#a">c</a><a href="../../my-day/">d</a>',
    ) +
      page(
        'orders/briefs/',
        'orders-briefs',
        '<h3 id="a">x</h3><a href="https://example.org/">e</a><a href="/en/role/code/#a">f</a>',
      ),
    'en',
  );
  expect(html).toContain('<h2 id="role-code">');
  expect(html).toContain(
    '<h3 id="role-code--a">x</h3><a href="#orders-briefs">b</a><a href="#role-code--a">c</a><a>d</a>',
  );
  expect(html).toContain(
    '<h4 id="orders-briefs--a">x</h4><a href="https://example.org/">e</a><a href="#role-code">f</a>',
  );
});
