import { phoneLink } from '../locale/phone.ts';
import { contrast, mix, readable } from '../ui/colour.ts';
import { escapeHtml as escape } from './escape.ts';
import type { Letter, LetterFigure } from './letter.ts';
import { readableAddress } from './mailbox.ts';

/** Content-ID of the portrait in the signature. */
export const PORTRAIT_CID = 'portrait@letter';

const FONT = "-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";
const PAPER = '#ffffff';
const NIGHT = '#16181c';

/** Day colours stand inline; night ones in the style sheet, for the programs that read it. */
interface Palette {
  ink: string;
  muted: string;
  line: string;
  accent: string;
  onAccent: string;
  good: string;
  bad: string;
}

/**
 * The letter as HTML that mail programs keep: tables and inline styles, no web fonts, no script, one picture by cid.
 * Narrow enough for 320 px without a media query; the style sheet adds the night, and room where a phone has some.
 */
export function letterHtml(letter: Letter): string {
  const day = palette(letter.accent, PAPER);
  const night = palette(letter.accent, NIGHT);
  return `<!doctype html>
<html lang="${letter.locale}" xmlns:o="urn:schemas-microsoft-com:office:office">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="format-detection" content="telephone=no,date=no,address=no,email=no,url=no">
<title>${escape(letter.subject)}</title>
<!--[if mso]><xml><o:OfficeDocumentSettings><o:PixelsPerInch>96</o:PixelsPerInch></o:OfficeDocumentSettings></xml><![endif]-->
<style>${styleSheet(night)}</style>
</head>
<body class="paper" style="margin:0;padding:0;background:${PAPER};-webkit-text-size-adjust:100%">
<div style="display:none;max-height:0;overflow:hidden;font-size:1px;line-height:1px;color:${PAPER}">${escape(letter.preview)}${'&#8199;&#65279;'.repeat(40)}</div>
${table(`class="paper" style="width:100%;table-layout:fixed;background:${PAPER}"`, `<td style="padding:28px 20px 36px">${column(letter, day)}</td>`)}
</body>
</html>
`;
}

function column(letter: Letter, day: Palette): string {
  const text = (paragraph: string): string =>
    `<p class="ink" style="margin:0 0 16px;color:${day.ink}">${escape(paragraph)}</p>`;
  const inside = [
    text(letter.greeting),
    ...letter.opening.map(text),
    figures(letter.figures, day),
    asks(letter, day),
    button(letter, day),
    ...letter.closing.map(text),
    attachment(letter, day),
    signature(letter, day),
  ].join('\n');
  const font = `font-family:${FONT};font-size:16px;line-height:25px;color:${day.ink}`;
  return `<!--[if mso]><table role="presentation" width="560" cellpadding="0" cellspacing="0" border="0"><tr><td><![endif]-->
<div class="ink" style="max-width:560px;${font};overflow-wrap:anywhere;word-break:break-word">
${inside}
</div>
<!--[if mso]></td></tr></table><![endif]-->`;
}

/** Cells stand side by side where there is room, one under another on a phone. */
function figures(all: LetterFigure[], day: Palette): string {
  if (all.length === 0) return '';
  // The longest value decides: it stays on one line, and the others keep it company.
  const longest = Math.max(...all.map(({ value }) => value.length));
  const size = longest <= 10 ? 26 : longest <= 14 ? 21 : 16;
  const cells = all.map((figure) => {
    const style = 'display:inline-block;vertical-align:top;width:100%;max-width:184px';
    return `<!--[if mso]><td width="184" valign="top"><![endif]--><div class="figure" style="${style}">${cell(figure, size, day)}</div><!--[if mso]></td><![endif]-->`;
  });
  const row = `<!--[if mso]><table role="presentation" cellpadding="0" cellspacing="0" border="0"><tr><![endif]-->${cells.join('')}<!--[if mso]></tr></table><![endif]-->`;
  const edge = `border-top:2px solid ${day.accent};border-bottom:1px solid ${day.line}`;
  return table(
    `class="figures" style="width:100%;margin:8px 0 24px"`,
    `<td class="edge" style="${edge};padding:14px 0 4px;font-size:0;line-height:0">${row}</td>`,
  );
}

const SIGNS = { good: '✓ ', bad: '✗ ', neutral: '' };

function cell({ label, value, note, sense }: LetterFigure, size: number, day: Palette): string {
  const colour = sense === 'neutral' ? day.muted : day[sense];
  const line = (name: string, style: string, content: string): string =>
    `<div class="${name}" style="font-family:${FONT};${style}">${content}</div>`;
  return `<div style="padding:0 16px 12px 0">${[
    line('muted', `font-size:13px;line-height:18px;color:${day.muted}`, escape(label)),
    line(
      'ink',
      `font-size:${size}px;line-height:34px;white-space:nowrap;font-weight:600;letter-spacing:-0.01em;color:${day.ink}`,
      escape(value),
    ),
    note === ''
      ? ''
      : line(
          sense === 'neutral' ? 'muted' : sense,
          `font-size:13px;line-height:18px;color:${colour}`,
          escape(SIGNS[sense] + note),
        ),
  ].join('')}</div>`;
}

function asks({ asks }: Letter, day: Palette): string {
  if (asks === null) return '';
  const items = asks.items.map((item) =>
    [
      `<tr><td class="mark" valign="top" style="width:20px;padding:0 0 8px;color:${day.accent};font-size:16px;line-height:25px">•</td>`,
      `<td class="ink" style="padding:0 0 8px;color:${day.ink};font-size:16px;line-height:25px;font-family:${FONT}">${escape(item)}</td></tr>`,
    ].join(''),
  );
  return `<p class="ink" style="margin:0 0 8px;color:${day.ink};font-weight:600">${escape(asks.title)}</p>
<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 8px">${items.join('')}</table>`;
}

/** A coloured cell, not an image: it stays a button where pictures are off. */
function button({ button }: Letter, day: Palette): string {
  if (button === null) return '';
  if (!/^(?:https?|mailto):/i.test(button.href)) throw new Error(`Not a link for a letter: ${button.href}`);
  const link = `display:inline-block;padding:12px 24px;font-family:${FONT};font-size:16px;line-height:22px;font-weight:600;color:${day.onAccent};text-decoration:none`;
  return `<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:8px 0 24px"><tr><td class="button" bgcolor="${day.accent}" style="background:${day.accent};border-radius:6px"><a class="on" href="${escape(button.href)}" style="${link}">${escape(button.label)}</a></td></tr></table>`;
}

function attachment({ attachment }: Letter, day: Palette): string {
  if (attachment === null) return '';
  return `<p class="muted" style="margin:0 0 16px;font-size:14px;line-height:21px;color:${day.muted}">${escape(attachment.title)}</p>`;
}

function signature({ signature }: Letter, day: Palette): string {
  const face = signature.portrait
    ? `<td valign="top" style="width:72px;padding:2px 0 0"><img src="cid:${PORTRAIT_CID}" width="56" height="56" alt="" style="display:block;border:0;width:56px;height:56px"></td>`
    : '';
  const quiet = (content: string): string =>
    `<div class="muted" style="font-size:14px;line-height:21px;color:${day.muted}">${content}</div>`;
  const link = (href: string, shown: string): string =>
    `<a class="muted" href="${href}" style="color:${day.muted};text-decoration:none">${escape(shown)}</a>`;
  const contacts = [
    ...(signature.phone ? [link(phoneLink(signature.phone), signature.phone)] : []),
    link(`mailto:${escape(signature.email)}`, readableAddress(signature.email)),
  ];
  const words = [
    quiet(escape(signature.farewell)),
    `<div class="ink" style="font-size:16px;line-height:24px;font-weight:600;color:${day.ink}">${escape(signature.name)}</div>`,
    quiet(escape(signature.line)),
    ...contacts.map(quiet),
  ].join('');
  return table(
    `class="signature" style="width:100%;margin:28px 0 0"`,
    `<td class="edge" style="border-top:1px solid ${day.line};padding:18px 0 0"><table role="presentation" cellpadding="0" cellspacing="0" border="0"><tr>${face}<td valign="top" style="font-family:${FONT}">${words}</td></tr></table></td>`,
  );
}

const table = (attributes: string, cell: string): string =>
  `<table role="presentation" cellpadding="0" cellspacing="0" border="0" ${attributes}><tr>${cell}</tr></table>`;

function palette(brand: string, paper: string): Palette {
  const dark = paper === NIGHT;
  const ink = dark ? '#eceef1' : '#1b1f24';
  const accent = readable(brand, paper, 4.5);
  return {
    ink,
    muted: readable(mix(paper, ink, 0.62), paper, 4.5),
    line: mix(paper, ink, 0.14),
    accent,
    onAccent: contrast('#ffffff', accent) >= 4.5 ? '#ffffff' : NIGHT,
    good: readable('#1e7a4c', paper, 4.5),
    bad: readable('#b3382c', paper, 4.5),
  };
}

/** `data-ogsc` and `data-ogsb` are how Outlook's applications mark their own dark mode. */
function styleSheet(night: Palette): string {
  const rules: [string, string][] = [
    ['.paper', `background:${NIGHT}!important`],
    ['.ink', `color:${night.ink}!important`],
    ['.muted', `color:${night.muted}!important`],
    ['.good', `color:${night.good}!important`],
    ['.bad', `color:${night.bad}!important`],
    ['.mark', `color:${night.accent}!important`],
    ['.figures .edge', `border-top-color:${night.accent}!important;border-bottom-color:${night.line}!important`],
    ['.signature .edge', `border-top-color:${night.line}!important`],
    ['.button', `background:${night.accent}!important`],
    ['.on', `color:${night.onAccent}!important`],
  ];
  const dark = rules.map(([selector, style]) => `${selector}{${style}}`).join('');
  const outlook = rules.map(([selector, style]) => `[data-ogsc] ${selector}{${style}}`).join('');
  // One under another figures need not keep to the width of three beside each other: what is said of each fits a line.
  const phone = '@media (max-width:480px){.figure{max-width:none!important}}';
  return `${phone}:root{color-scheme:light dark;supported-color-schemes:light dark}@media (prefers-color-scheme:dark){${dark}}${outlook}`;
}
