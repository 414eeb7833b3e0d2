import { join } from 'node:path';
import type { Client } from '../../types/workspace.ts';
import type { Problem } from '../../types/problem.ts';
import type { Desk } from '../desk.ts';
import { problemsOf, quoted, type Finding } from '../findings.ts';
import { warnOfStrangers } from '../strangers.ts';
import { splitFrontmatter } from './split-frontmatter.ts';
import type { checkTemplate } from './template.ts';
import type { TemplateRules } from './template-properties.ts';

export const TEMPLATES_FOLDER = 'content/reports';

const TEMPLATE_NAMES = ['monthly', 'quarterly', 'yearly'].flatMap((kind) => [`${kind}.ru.mdx`, `${kind}.en.mdx`]);

/** Templates found (`monthly.ru` → absolute path), and what is wrong with each. */
export interface Templates {
  paths: Record<string, string>;
  findings: Record<string, Finding[]>;
}

/** @param defaults the engine's own folder of templates, absolute; they stand in for those the workspace lacks */
export async function loadTemplates(
  desk: Desk,
  components: readonly string[] | undefined,
  rules: TemplateRules | undefined,
  defaults: string | undefined,
): Promise<Templates> {
  const templates: Templates = { paths: {}, findings: {} };
  for (const name of TEMPLATE_NAMES) {
    const file = `${TEMPLATES_FOLDER}/${name}`;
    const key = name.replace(/\.mdx$/, '');
    if (defaults !== undefined && (await desk.reach(file)) === 'absent') templates.paths[key] = join(defaults, name);
    const text = await desk.text(file);
    if (text === null) continue;
    templates.paths[key] = desk.absolute(file);
    const empty = splitFrontmatter(text).body.trim() === '';
    templates.findings[key] = empty ? [EMPTY] : await check(text, components, rules);
  }
  await warnOfStrangers(desk, TEMPLATES_FOLDER, TEMPLATE_NAMES);
  return templates;
}

/** MDX takes longer to load than all that reads a workspace without templates and notes. */
const check: typeof checkTemplate = async (...given) => (await import('./template.ts')).checkTemplate(...given);

/** What is wrong with templates, told to each client whose reports are made of them; unused ones only warn. */
export function templateProblems(templates: Templates, clients: readonly Client[]): Problem[] {
  const problems: Problem[] = [];
  const used = new Set<string>();
  for (const client of clients) {
    for (const kind of client.reports) {
      const key = `${kind}.${client.locale}`;
      used.add(key);
      const findings = templates.paths[key] === undefined ? [noTemplate(key)] : (templates.findings[key] ?? []);
      problems.push(...problemsOf(fileOf(key), client.id, findings));
    }
  }
  for (const [key, findings] of Object.entries(templates.findings)) {
    if (used.has(key)) continue;
    problems.push(...problemsOf(fileOf(key), undefined, findings.map((finding) => ({ ...finding, severity: 'warning' }))));
  }
  return problems;
}

/** A page of nothing would take the place of every report. */
const EMPTY: Finding = {
  code: 'template-empty',
  severity: 'error',
  found: { ru: 'пустой шаблон', en: 'an empty template' },
  expected: { ru: 'компоненты отчёта, например <Summary /> и <Kpis />', en: 'components of a report, such as <Summary /> and <Kpis />' },
  mend: {
    ru: 'верните текст шаблона; если удалить файл, отчёты строятся по шаблону программы',
    en: 'bring the template’s text back; without the file reports are made by the engine’s own template',
  },
};

const fileOf = (key: string): string => `${TEMPLATES_FOLDER}/${key}.mdx`;

function noTemplate(key: string): Finding {
  return {
    code: 'template-missing',
    severity: 'error',
    found: { ru: 'шаблона нет', en: 'no such template' },
    expected: quoted(fileOf(key)),
    mend: {
      ru: 'создайте шаблон или измените reports и locale в client.json',
      en: 'make the template or change reports and locale in client.json',
    },
  };
}
