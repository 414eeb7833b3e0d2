import { attribute, escaped } from '../markup.ts';
import { shape } from '../shape.ts';
import type { Voice } from '../context.ts';
import type { CabinetModel } from '../../types/report.ts';

type Entry = CabinetModel['chronology'][number];
type Work = Entry & { kind: 'work' };

/**
 * Works and events of the chronology, one item of a list each: the day, the title, and what there is to say of it. A
 * client of two years has five hundred, half of what its cabinet says, so the list's style knows the parts by their
 * places.
 */
export const entryRows = (entries: Entry[], voice: Voice): string =>
  entries.map((entry) => entryRow(entry, voice)).join('');

function entryRow(entry: Entry, { f, w, t }: Voice): string {
  const isEvent = entry.kind === 'event';
  const area = isEvent ? w.cabinet.event : entry.area || w.work.otherArea;
  return (
    `<li${isEvent ? ' class="event"' : ''}${attribute('data-area', area)}>` +
    `<span>${escaped(f.day(entry.date, 'short'))}</span>` +
    `<p>${isEvent ? shape('flag') : ''}<bdi>${escaped(t(entry.title))}</bdi></p>` +
    (isEvent ? `<p class="aside">${escaped(w.cabinet.event)}</p>` : about(entry, w, t)) +
    `</li>`
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
  const list = notes === '' ? '' : `<ul>${notes}</ul>`;
  return effect ? `${list}<p class="effect" dir="auto">${escaped(t(effect))}</p>` : list;
}
