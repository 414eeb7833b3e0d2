import { timeIn } from '../calendar/zones.ts';
import type { Locale } from '../types/locale.ts';
import type { Sent } from './send-letter.ts';

/** How a sending ended, in lines for a person; days are those of the agency's time zone. */
export function tellSent(sent: Sent, timeZone: string, locale: Locale): string[] {
  const { status, accepted, refused, unknown, reply, sentAt } = sent;
  const to = accepted.join(', ');
  const day = sentAt === null ? '' : timeIn(timeZone, new Date(sentAt)).day;
  const lines: Record<Sent['status'], { ru: string; en: string }> = {
    sent: { ru: `Отправлено: ${to}`, en: `Sent to ${to}` },
    already: {
      ru: `Уже отправлено ${day}: ${to}. Ничего не послано`,
      en: `Already sent on ${day} to ${to}. Nothing was sent`,
    },
    partial: { ru: `Отправлено не всем: ${to}`, en: `Sent to some only: ${to}` },
    deferred: {
      ru: `Не отправлено: сервер не принял письмо сейчас (${reply}). Повторите команду позже`,
      en: `Not sent: the server did not take the letter now (${reply}). Run the command again later`,
    },
    refused: { ru: `Не отправлено: сервер отказал (${reply})`, en: `Not sent: the server refused (${reply})` },
    failed: { ru: `Не отправлено: ${reply}`, en: `Not sent: ${reply}` },
    unknown: {
      ru: `Неизвестно, дошло ли письмо: ${unknown.join(', ')}. Спросите получателя; повторно письмо уйдёт только с --resend`,
      en: `It is not known whether the letter arrived: ${unknown.join(', ')}. Ask the recipient; it is sent again only with --resend`,
    },
  };
  const said = [lines[status][locale]];
  const refusal = { ru: 'Не принято', en: 'Not accepted' }[locale];
  for (const { to: address, reply: words } of refused) said.push(`${refusal}: ${address} (${words})`);
  return said;
}

/** True when everybody asked has the letter. */
export const succeeded = ({ status }: Sent): boolean => status === 'sent' || status === 'already';
