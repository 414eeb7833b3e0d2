import { z } from 'zod';
import * as kind from '../kinds.ts';

export const personSchema = z.strictObject({
  id: kind.id.describe('Short name used in the other files.'),
  name: kind.localText.describe('Full name.'),
  role: kind.localText.describe('Position, such as “account manager”.'),
  photo: kind.picturePath.optional().describe('Portrait, path from the folder data.'),
  email: kind.email.optional().describe('E-mail address shown to clients.'),
  phone: kind.phone.optional().describe('Phone number shown to clients.'),
  timeZone: kind.timeZone.optional().describe("IANA time zone of the person; the agency's when absent."),
});

/** `data/people.json`. */
export const peopleSchema = z.array(personSchema);
