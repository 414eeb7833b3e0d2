/**
 * A phone number as people write it, with or without an extension: `+7 495 123-45-67 (доб. 123)`, `+1 212 555 0100
 * ext. 123`. Written out for JSON Schema too, which has no flags.
 */
export const PHONE_PATTERN =
  '^(\\+?[0-9\\s().-]{5,30}?)(?:[\\s,;]*\\(?(?:[Дд]об(?:авочный)?|[Вв]н(?:утренний)?|[Ee]xt(?:ension)?|[Xx])[.:=]?\\s*([0-9]{1,7})\\)?)?$';

const PHONE = new RegExp(PHONE_PATTERN);

export const isPhone = (text: string): boolean => PHONE.test(text);

/** The number as it is written, without its extension. */
export const phoneNumber = (phone: string): string => PHONE.exec(phone)?.[1]?.trim() ?? phone;

/** Digits of the number, without its extension. */
export const phoneDigits = (phone: string): string => phoneNumber(phone).replace(/\D/g, '');

/** The address that dials a phone number, its extension as RFC 3966 writes it. */
export function phoneLink(phone: string): string {
  const extension = PHONE.exec(phone)?.[2];
  return `tel:${phoneNumber(phone).replace(/[^+\d]/g, '')}${extension === undefined ? '' : `;ext=${extension}`}`;
}
