import { attribute, escaped } from '../markup.ts';
import { shape } from '../shape.ts';
import type { Voice } from '../context.ts';
import type { CabinetModel } from '../../types/report.ts';

type Entry = CabinetModel['chronology'][number];
type Work = Entry & { kind: 'work' };

/**
 * Works and events of the chronology, one item of a list each. A client of two years has five hundred, half of what its
 * cabinet says.
 */
export const entryRows = (entries: Entry[], voice: Voice): string =>
  entries.map((entry) => entryRow(entry, voice)).join('');

function entryRow(entry: Entry, { f, w, t }: Voice): string {
  const isEvent = entry.kind === 'event';
  const area = isEvent ? w.cabinet.event : entry.area || w.work.otherArea;
  return (
    `<li class="entry ${entry.kind}"${attribute('data-area', area)}>` +
    `<span class="entry-day">${escaped(f.day(entry.date, 'short'))}</span>` +
    `<div><p class="entry-title">${isEvent ? shape('flag') : ''}<span dir="auto">${escaped(t(entry.title))}</span></p>` +
    (isEvent ? `<p class="aside">${escaped(w.cabinet.event)}</p>` : about(entry, w, t)) +
    `</div></li>`
  );
}

/** Below the title of a work: area, person, state, address, effect, as far as there are any. */
function about({ area, person, status, link, title, effect }: Work, w: Voice['w'], t: Voice['t']): string {
  let notes = '';
  if (area) notes += `<li>${escaped(t(area))}</li>`;
  if (person) notes += `<li><bdi>${escaped(person)}</bdi></li>`;
  if (status !== 'done') notes += `<li>${shape(status)} ${escaped(w.work.statuses[status])}</li>`;
  if (link) {
    notes +=
      `<li><a${attribute('href', link)} rel="noopener noreferrer">${escaped(w.work.link)}` +
      `<span class="vh">: ${escaped(title)}</span></a></li>`;
  }
  const list = `<ul class="entry-notes aside">${notes}</ul>`;
  return effect ? `${list}<p class="effect" dir="auto">${escaped(t(effect))}</p>` : list;
}
