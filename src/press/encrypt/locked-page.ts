import { createHash } from 'node:crypto';
import type { Locale } from '../../types/locale.ts';
import type { Locked } from '../../types/locked.ts';

const WORDS = {
  ru: {
    title: 'Документ закрыт паролем',
    label: 'Пароль',
    open: 'Открыть',
    opening: 'Открываем…',
    wrong: 'Пароль не подходит. Проверьте, нет ли опечатки.',
    script: 'Чтобы открыть документ, нужен JavaScript.',
    about: 'Пароль вам прислали отдельно. Документ открывается на этом устройстве и ничего никуда не передаёт.',
  },
  en: {
    title: 'This document is locked',
    label: 'Passphrase',
    open: 'Open',
    opening: 'Opening…',
    wrong: 'The passphrase does not fit. Please check it for typos.',
    script: 'JavaScript is needed to open this document.',
    about: 'The passphrase was sent to you separately. The document opens on this device and sends nothing anywhere.',
  },
} as const;

const STYLE = `
:root{color-scheme:light dark;font:17px/1.5 system-ui,sans-serif}
body{margin:0;min-height:100vh;display:grid;place-items:center;background:Canvas;color:CanvasText}
main{box-sizing:border-box;width:100%;max-width:26rem;padding:2rem 1.25rem}
h1{font-size:1.5rem;line-height:1.2;margin:0 0 .75rem}
form{display:grid;gap:1rem;margin:1.75rem 0 .75rem}
label{font-weight:600;margin-bottom:-.5rem}
input,button{font:inherit;padding:.7rem .8rem;border-radius:.4rem;border:1px solid color-mix(in srgb,CanvasText 55%,Canvas)}
input{font-family:ui-monospace,monospace;background:Field;color:FieldText}
button{background:CanvasText;color:Canvas;border-color:CanvasText;font-weight:600;cursor:pointer}
button:disabled{opacity:.55;cursor:default}
:focus-visible{outline:3px solid Highlight;outline-color:light-dark(#0b57d0,#8ab4f8);outline-offset:2px}
p{margin:0}[role=status]{min-height:1.5em}`;

/** One self-contained page that shows nothing of what is in it until the passphrase is given. */
export function lockedPage(locked: Locked, script: string, locale: Locale): string {
  const words = WORDS[locale];
  const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  // The report that takes this page's place has styles, fonts and pictures of its own, all inside.
  const policy = `default-src 'none'; script-src ${hash(script)}; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'`;
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<meta name="referrer" content="no-referrer">
<title>${words.title}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${words.title}</h1>
<p>${words.about}</p>
<form data-opening="${words.opening}" data-wrong="${words.wrong}">
<label for="passphrase">${words.label}</label>
<input id="passphrase" type="text" autocomplete="off" autocapitalize="none" spellcheck="false" required autofocus>
<button disabled>${words.open}</button>
</form>
<p role="status">${words.script}</p>
</main>
<script type="application/json" id="locked">${JSON.stringify(locked)}</script>
<script>${script}</script>
</body>
</html>
`;
}
