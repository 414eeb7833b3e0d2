import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';
import { docsSchema, i18nSchema } from '@astrojs/starlight/schema';
import { i18nLoader } from '@astrojs/starlight/loaders';
import { LESSONS } from './lesson-modules.ts';

const workspace = process.env.ACCOUNTPRESS_WORKSPACE ?? '.';

/** Lessons are held against their own schema before the build; here their fields may be absent, as on other pages. */
const lesson = z.object({
  order: z.coerce.number().optional(),
  minutes: z.coerce.number().optional(),
  goals: z.array(z.string()).optional(),
  check: z.array(z.string()).optional(),
});

export const collections = {
  docs: defineCollection({
    loader: glob({
      base: pathToFileURL(`${join(workspace, 'content', 'handbook')}/`),
      pattern: LESSONS,
      generateId: ({ entry }) => entry.replace(/\.mdx$/, ''),
    }),
    schema: docsSchema({ extend: lesson }),
  }),
  i18n: defineCollection({ loader: i18nLoader(), schema: i18nSchema() }),
};
