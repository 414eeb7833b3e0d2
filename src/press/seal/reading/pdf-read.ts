import { readPdfObjects, type PdfObjects } from '../../printing/pdf-objects.ts';

const read = new WeakMap<Uint8Array, PdfObjects>();

/** The objects of a PDF, found once for all proofs of the same bytes. Throws when they cannot be read. */
export function objectsOf(bytes: Uint8Array): PdfObjects {
  const objects = read.get(bytes) ?? readPdfObjects(bytes);
  read.set(bytes, objects);
  return objects;
}
