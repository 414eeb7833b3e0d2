import { z } from 'zod';
import type { Column, Columns } from '../tables/columns.ts';
import { currencyRateColumns } from '../tables/currency-rates.ts';
import { estimateColumns } from '../tables/estimate.ts';
import { eventColumns } from '../tables/events.ts';
import { holidayColumns } from '../tables/holidays.ts';
import { initiativeColumns } from '../tables/initiatives.ts';
import { mediaPlanColumns } from '../tables/media-plan.ts';
import { planColumns } from '../tables/plan.ts';
import { rateColumns } from '../tables/rates.ts';
import { targetColumns } from '../tables/targets.ts';
import { workColumns } from '../tables/work.ts';
import { assignmentSchema, checklistSchema, defenceSchema, oralSchema } from '../programme/content-schemas.ts';
import { dutiesSchema, programmeSchema } from '../programme/schema.ts';
import { traineeSchema } from '../trainees/schema.ts';
import { agencySchema } from './agency.ts';
import { clientSchema } from './client.ts';
import { estimateFileSchema } from './estimate-file.ts';
import { followUpsSchema } from './followups.ts';
import { metricsSchema } from './metrics.ts';
import { noteSchema } from './note.ts';
import { peopleSchema } from './people.ts';
import { proposalSchema } from './proposal.ts';
import { sourcesSchema } from './sources.ts';

const JSON_FILES: Record<string, z.ZodType> = {
  agency: agencySchema,
  people: peopleSchema,
  metrics: metricsSchema,
  client: clientSchema,
  sources: sourcesSchema,
  followups: followUpsSchema,
  'note-frontmatter': noteSchema,
  'proposal-frontmatter': proposalSchema,
  estimate: estimateFileSchema,
  programme: programmeSchema,
  checklist: checklistSchema,
  defence: defenceSchema,
  'test-assignment': assignmentSchema,
  'oral-questions': oralSchema,
  duties: dutiesSchema,
  trainee: traineeSchema,
};

const TABLES: Record<string, Columns> = {
  targets: targetColumns,
  'media-plan': mediaPlanColumns,
  work: workColumns,
  plan: planColumns,
  events: eventColumns,
  initiatives: initiativeColumns,
  estimate: estimateColumns,
  rates: rateColumns,
  holidays: holidayColumns,
  'currency-rates': currencyRateColumns,
};

/**
 * The published descriptions of every workspace file, and of the estimate a proposal promises (file name → JSON text): a JSON Schema for JSON files and
 * frontmatter, a Table Schema (specs.frictionlessdata.io) for tables.
 */
export function publishedSchemas(): Map<string, string> {
  const files = new Map<string, string>();
  const add = (name: string, schema: unknown): void => void files.set(name, `${JSON.stringify(schema, null, 2)}\n`);
  for (const [name, schema] of Object.entries(JSON_FILES)) {
    add(`${name}.schema.json`, { title: name, ...z.toJSONSchema(schema, { io: 'input' }) });
  }
  for (const [name, columns] of Object.entries(TABLES)) add(`${name}.table.json`, tableSchema(name, columns));
  return files;
}

function tableSchema(name: string, columns: Columns): unknown {
  const fields = Object.entries(columns).map(([column, spec]) => fieldOf(column, spec));
  return { name, fields, missingValues: [''] };
}

const TYPES: Record<Column<unknown>['type'], string> = {
  day: 'date',
  number: 'number',
  period: 'string',
  id: 'string',
  text: 'string',
  choice: 'string',
  link: 'string',
};

function fieldOf(name: string, { type, about, required, headers, expected }: Column<unknown>): unknown {
  const asked = typeof expected === 'string' ? expected : expected.en;
  return {
    name,
    type: TYPES[type],
    description: type === 'text' ? about : `${about} Expected: ${asked}.`,
    otherHeaders: headers,
    constraints: { required },
  };
}
