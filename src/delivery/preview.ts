import type { Locale } from '../types/locale.ts';
import { escapeHtml } from './escape.ts';
import { letterHtml, PORTRAIT_CID } from './html.ts';
import type { Letter } from './letter.ts';
import { mailboxText } from './mailbox.ts';
import type { Message } from './message.ts';
import { letterText } from './text.ts';

const WORDS = {
  ru: {
    title: 'Черновик письма',
    notSent: 'Ничего не отправлено. Это письмо, каким его увидит получатель.',
    from: 'От',
    replyTo: 'Ответы',
    to: 'Кому',
    subject: 'Тема',
    attachment: 'Вложение',
    wide: 'Компьютер, день',
    wideNight: 'Компьютер, ночь',
    phone: 'Телефон, день',
    phoneNight: 'Телефон, ночь',
    text: 'Текстовая часть',
  },
  en: {
    title: 'Draft letter',
    notSent: 'Nothing has been sent. This is the letter as its reader will see it.',
    from: 'From',
    replyTo: 'Replies to',
    to: 'To',
    subject: 'Subject',
    attachment: 'Attachment',
    wide: 'Computer, day',
    wideNight: 'Computer, night',
    phone: 'Phone, day',
    phoneNight: 'Phone, night',
    text: 'Text part',
  },
};

/** A page that shows a letter as mail programs will: wide and on a phone, by day and by night, and its text part. */
export function previewPage(letter: Letter, message: Message, locale: Locale): string {
  const w = WORDS[locale];
  const head: [string, string][] = [
    [w.from, mailboxText(letter.from)],
    ...(letter.replyTo ? [[w.replyTo, mailboxText(letter.replyTo)] as [string, string]] : []),
    [w.to, letter.to.map(mailboxText).join(', ')],
    [w.subject, letter.subject],
    [w.attachment, letter.attachment?.name ?? '—'],
    ['Message-ID', message.messageId],
  ];
  const rows = head.map(
    ([name, value]) => `<tr><th scope="row">${escapeHtml(name)}</th><td>${escapeHtml(value)}</td></tr>`,
  );
  const [day, night] = shown(letter);
  return `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${escapeHtml(`${w.title}: ${letter.subject}`)}</title>
<style>${STYLE}</style></head>
<body><main>
<h1>${w.title}</h1><p>${w.notSent}</p>
<table>${rows.join('')}</table>
<div class="frames">
${frame(w.wide, 640, day)}
${frame(w.phone, 320, day)}
${frame(w.wideNight, 640, night)}
${frame(w.phoneNight, 320, night)}
</div>
<h2>${w.text}</h2><pre lang="${letter.locale}">${escapeHtml(letterText(letter))}</pre>
</main></body></html>
`;
}

/** The HTML part by day and by night, whatever the reader's machine is set to; the portrait inside, for want of a cid. */
function shown(letter: Letter): [string, string] {
  const { portrait } = letter.signature;
  const data = portrait ? `data:image/png;base64,${Buffer.from(portrait).toString('base64')}` : '';
  const html = letterHtml(letter).replace(`cid:${PORTRAIT_CID}`, data);
  const under = (media: string): string => html.replace('@media (prefers-color-scheme:dark)', `@media ${media}`);
  return [under('not all'), under('all')];
}

const frame = (title: string, width: number, html: string): string =>
  `<figure style="width:${width}px"><figcaption>${title}</figcaption><iframe sandbox title="${title}" width="${width}" height="900" srcdoc="${escapeHtml(html)}"></iframe></figure>`;

const STYLE = `:root{color-scheme:light}body{margin:0;background:#eef0f2;color:#1b1f24;font:16px/1.5 system-ui,sans-serif}
main{max-width:1040px;margin:0 auto;padding:32px 20px 64px}h1{font-size:28px;margin:0}h2{font-size:20px;margin:40px 0 12px}
table{border-collapse:collapse;margin:20px 0}th{text-align:left;font-weight:400;color:#5c656f;padding:2px 20px 2px 0;vertical-align:top}
td{overflow-wrap:anywhere}.frames{display:flex;flex-wrap:wrap;gap:32px}figure{margin:0;max-width:100%}
figcaption{color:#5c656f;font-size:14px;margin:0 0 6px}iframe{border:0;max-width:100%;background:#fff;border-radius:8px;box-shadow:0 1px 3px #0002}
pre{background:#fff;border-radius:8px;padding:20px;overflow:auto;font:14px/1.5 ui-monospace,monospace;white-space:pre-wrap}`;
