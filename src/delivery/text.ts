import type { Letter } from './letter.ts';
import { readableAddress } from './mailbox.ts';
import { letterWords } from './words.ts';

const WIDTH = 72;

/** The letter as plain text: written for readers of plain text, not stripped from the HTML. Lines end with LF. */
export function letterText(letter: Letter): string {
  const { signature } = letter;
  const parts = [
    letter.greeting,
    ...letter.opening,
    figures(letter),
    list(letter),
    button(letter),
    ...letter.closing,
    ...(letter.attachment ? [letter.attachment.title] : []),
    [signature.farewell, signature.name, signature.line, signature.phone, readableAddress(signature.email)]
      .filter((line) => line !== null && line !== '')
      .join('\n'),
  ];
  return `${parts
    .filter((part) => part !== '')
    .map(wrapped)
    .join('\n\n')}\n`;
}

/** An address to open; a ready answer is a wall of percent signs without a link, so readers are asked to reply. */
function button({ button, locale }: Letter): string {
  if (button === null) return '';
  if (button.href.startsWith('mailto:')) return letterWords(locale).byReply(button.label);
  return `${button.label}:\n${button.href}`;
}

/** Labels and values in two columns; the note on the value's line. */
function figures({ figures }: Letter): string {
  const label = Math.max(0, ...figures.map((figure) => figure.label.length));
  const value = Math.max(0, ...figures.map((figure) => figure.value.length));
  return figures
    .map((figure) => {
      const columns = `  ${figure.label.padEnd(label)}  ${figure.value.padStart(value)}`;
      return figure.note === '' ? columns : `${columns}  (${figure.note})`;
    })
    .join('\n');
}

function list({ asks }: Letter): string {
  return asks === null ? '' : [asks.title, ...asks.items.map((item) => `- ${item}`)].join('\n');
}

function wrapped(part: string): string {
  return part.split('\n').flatMap(wrappedLine).join('\n');
}

/** Breaks at spaces only, never at those that must not break; items of a list hang. */
function wrappedLine(line: string): string[] {
  // Two spaces at the beginning mark a row of figures, which keeps its columns.
  if (line.length <= WIDTH || line.startsWith('  ')) return [line];
  const hang = line.startsWith('- ') ? '  ' : '';
  const lines: string[] = [];
  let current = '';
  for (const word of line.split(' ')) {
    const longer = current === '' ? word : `${current} ${word}`;
    if (longer.length > WIDTH && current.trim() !== '') {
      lines.push(current);
      current = hang + word;
    } else current = longer;
  }
  return [...lines, current];
}
