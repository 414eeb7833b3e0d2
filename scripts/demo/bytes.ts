/** How a system encodes its files. */
export type Encoding = 'utf-8' | 'utf-8-bom' | 'utf-16le-bom' | 'windows-1251';

const CP1251_HIGH =
  'ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\u0098™љ›њќћџ\u00a0ЎўЈ¤Ґ¦§Ё©Є«¬\u00ad®Ї°±Ііґµ¶·ё№є»јЅѕїАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя';

function windows1251(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => {
    const code = character.charCodeAt(0);
    if (code < 128) return code;
    const place = CP1251_HIGH.indexOf(character);
    if (place < 0) throw new Error(`Windows-1251 has no «${character}»`);
    return 128 + place;
  });
}

export function encode(text: string, encoding: Encoding): Uint8Array {
  if (encoding === 'windows-1251') return windows1251(text);
  if (encoding === 'utf-16le-bom') return new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'));
  return new TextEncoder().encode(encoding === 'utf-8-bom' ? `\ufeff${text}` : text);
}
