import { describe, expect, it } from 'vitest';
import { isPhone, phoneDigits, phoneLink } from '../../src/locale/phone.ts';

describe('a phone number', () => {
  it.each([
    ['+7 495 123-45-67', 'tel:+74951234567'],
    ['8 (800) 555-35-35', 'tel:88005553535'],
    ['+7 495 123-45-67 (доб. 123)', 'tel:+74951234567;ext=123'],
    ['+7 (495) 123-45-67, доб. 12', 'tel:+74951234567;ext=12'],
    ['+7 495 123-45-67 добавочный 1234567', 'tel:+74951234567;ext=1234567'],
    ['+7 495 123-45-67 вн. 5', 'tel:+74951234567;ext=5'],
    ['+1 (212) 555-0100 ext. 123', 'tel:+12125550100;ext=123'],
    ['+1 212 555 0100, extension 7', 'tel:+12125550100;ext=7'],
    ['+1.212.555.0100 x123', 'tel:+12125550100;ext=123'],
    ['+1 212 555 0100;ext=123', 'tel:+12125550100;ext=123'],
  ])('%s is dialled as %s', (phone, link) => {
    expect(isPhone(phone)).toBe(true);
    expect(phoneLink(phone)).toBe(link);
    expect(link.startsWith(`tel:${phone.startsWith('+') ? '+' : ''}${phoneDigits(phone)}`)).toBe(true);
  });

  it.each(['call us', '+7 495 123-45-67 спросить Анну', '+7 495 123-45-67 доб.', 'доб. 123', '1234'])(
    '%s is none',
    (text) => {
      expect(isPhone(text)).toBe(false);
    },
  );
});
