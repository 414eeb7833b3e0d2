import { timeIn } from '../calendar/zones.ts';
import type { Locale } from '../types/locale.ts';
import { brokenText, type Said } from './broken.ts';
import type { Sent } from './send-letter.ts';

/** How a sending ended, in lines for a person; days are those of the agency's time zone. */
export function tellSent(sent: Sent, timeZone: string, locale: Locale): string[] {
  const { status, accepted, refused } = sent;
  const said = [TOLD[status](sent, timeZone)[locale]];
  // Of those who have it nothing was said yet.
  if (status === 'unknown' && accepted.length > 0) said.push(`${HAVE[locale]}: ${accepted.join(', ')}`);
  if (sent.outdated.length > 0) said.push(anotherDocument(sent)[locale]);
  for (const { to, reply } of refused) said.push(`${NOT_ACCEPTED[locale]}: ${to} (${reply})`);
  return said;
}

const HAVE = { ru: 'Письмо есть', en: 'Have the letter' };
const NOT_ACCEPTED = { ru: 'Не принято', en: 'Not accepted' };

const TOLD: Record<Sent['status'], (sent: Sent, timeZone: string) => Said> = {
  sent: ({ accepted }) => ({ ru: `Отправлено: ${accepted.join(', ')}`, en: `Sent to ${accepted.join(', ')}` }),
  already: ({ accepted, sentAt }, timeZone) => {
    const day = sentAt === null ? '' : timeIn(timeZone, new Date(sentAt)).day;
    const to = accepted.join(', ');
    return {
      ru: `Уже отправлено ${day}: ${to}. Ничего не послано`,
      en: `Already sent on ${day} to ${to}. Nothing was sent`,
    };
  },
  partial: ({ accepted }) => ({
    ru: `Отправлено не всем: ${accepted.join(', ')}`,
    en: `Sent to some only: ${accepted.join(', ')}`,
  }),
  deferred: ({ reply }) => {
    const why = brokenText(reply) ?? {
      ru: `сервер не принял письмо сейчас (${reply})`,
      en: `the server did not take the letter now (${reply})`,
    };
    return {
      ru: `Не отправлено: ${why.ru}. Повторите команду позже`,
      en: `Not sent: ${why.en}. Run the command again later`,
    };
  },
  refused: ({ reply }) => notSent(refusedWords(reply)),
  failed: ({ reply }) => notSent(brokenText(reply) ?? refusedWords(reply)),
  unknown: doubt,
};

const notSent = ({ ru, en }: Said): Said => ({ ru: `Не отправлено: ${ru}`, en: `Not sent: ${en}` });

const refusedWords = (reply: string): Said => ({
  ru: `сервер отказал (${reply})`,
  en: `the server refused (${reply})`,
});

/** Whoever asks for what they have once more is to know that it is not what was built last. */
function anotherDocument({ outdated }: Sent): Said {
  const [to, flags] = [outdated.join(', '), `--to ${outdated.join(',')} --resend`];
  return {
    ru: `С тех пор документ собран заново, и у них прежний PDF: ${to}. Новый уйдёт им с ${flags}`,
    en: `The document was built anew since, and these have the earlier PDF: ${to}. The new one goes to them with ${flags}`,
  };
}

/** Where others were asked too, `--resend` alone would write to them once more. */
function doubt({ unknown, accepted, refused }: Sent): Said {
  const to = unknown.join(', ');
  const flags = accepted.length + refused.length === 0 ? '--resend' : `--to ${unknown.join(',')} --resend`;
  return {
    ru: `Неизвестно, дошло ли письмо: ${to}. Спросите получателя; повторно письмо уйдёт только с ${flags}`,
    en: `It is not known whether the letter arrived: ${to}. Ask the recipient; it is sent again only with ${flags}`,
  };
}

/** Told before each wait for another attempt, with what it waits for. */
export function tellWaiting(seconds: number, reply: string, locale: Locale): string {
  const why = brokenText(reply)?.[locale] ?? reply;
  return { ru: `Не сейчас: ${why}. Повтор через ${seconds} с`, en: `Not now: ${why}. Trying again in ${seconds} s` }[
    locale
  ];
}

/** True when everybody asked has the letter. */
export const succeeded = ({ status }: Sent): boolean => status === 'sent' || status === 'already';
