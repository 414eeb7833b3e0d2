const PART = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
const LOCAL_PART = new RegExp(`^${PART}(?:\\.${PART})*$`);

/** Whether mail servers take it for what stands before the `@`: Latin letters, digits and marks, 64 at most. */
export const isLocalPart = (text: string): boolean => text.length <= 64 && LOCAL_PART.test(text);
