/** Why a record is not made: a name scripts may match on, and words for the person who asked. */
export class Refused extends Error {
  readonly code: string;
  readonly text: { ru: string; en: string };

  constructor(code: string, text: { ru: string; en: string }) {
    super(`${code}: ${text.en}`);
    this.name = 'Refused';
    this.code = code;
    this.text = text;
  }
}
