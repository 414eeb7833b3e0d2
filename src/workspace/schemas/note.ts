import { z } from 'zod';
import * as kind from '../kinds.ts';

/** Frontmatter of `content/reports/notes/<client>/<period>.mdx`. */
export const noteSchema = z.strictObject({
  author: kind.id.optional().describe("Who signs: an id from people.json; the client's manager when absent."),
  summary: kind.text.describe('The period in about three sentences of plain text.'),
  asks: z.array(kind.text).default([]).describe('What the agency needs from the client, one line each.'),
});
