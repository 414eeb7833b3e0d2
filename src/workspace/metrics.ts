import type { z } from 'zod';
import type { Metric } from '../types/workspace.ts';
import { BUILTIN_METRICS } from './builtin-metrics.ts';
import { didYouMean, named, oneOf, quoted, type Finding, type Read } from './findings.ts';
import { duplicateId, idOf } from './ids.ts';
import { readItemsApart, readJson, type JsonDocument } from './json-reader.ts';
import { placeOf } from './json-file.ts';
import { issueFindings } from './schema-findings.ts';
import { metricSchema, metricsSchema } from './schemas/metrics.ts';

type MetricEntry = z.output<typeof metricSchema>;

/** The built-in metrics, by id. */
export function builtinMetrics(): Record<string, Metric> {
  return Object.fromEntries(BUILTIN_METRICS.map((metric) => [metric.id, metric]));
}

/** `data/metrics.json` laid over the built-in metrics. Broken entries are told of, and sums of counts stand in for them. */
export function readMetrics(text: string): Read<Record<string, Metric>> {
  const metrics = builtinMetrics();
  const json = readJson(text);
  if ('finding' in json) {
    // The entries that can be read at all: what clients are measured by is not unknown for a comma.
    return { value: readMetrics(JSON.stringify(readItemsApart(text))).value, findings: [json.finding] };
  }
  const { document } = json;
  const findings = [...json.findings];
  const shape = metricsSchema.safeParse(document.value);
  if (!shape.success) findings.push(...issueFindings(shape.error, metricsSchema, document));

  const seen = new Set<string>();
  const items = Array.isArray(document.value) ? document.value : [];
  for (const [index, item] of items.entries()) {
    const entry = metricSchema.safeParse(item);
    if (!entry.success) continue;
    const { id } = entry.data;
    if (seen.has(id)) findings.push(duplicateId(id, placeOf(document, [index, 'id'])));
    seen.add(id);
    const metric: Partial<Metric> & MetricEntry = { ...metrics[id], ...judgedIf(entry.data), ...entry.data };
    const wrong = entryFindings(metrics[id], metric, index, document);
    findings.push(...wrong);
    if (wrong.length === 0) metrics[id] = metric as Metric;
  }
  for (const [index, item] of items.entries()) findings.push(...partFindings(item, index, metrics, document));
  for (const item of items) standInFor(item, metrics);
  return { value: metrics, findings };
}

/** Who says which direction of a built-in metric is the better one wants its changes judged. */
const judgedIf = ({ better }: MetricEntry): Pick<Metric, 'neutral'> => (better === undefined ? {} : { neutral: false });

/** A metric that was told of and left out is not unknown to the files that name it. */
function standInFor(item: unknown, metrics: Record<string, Metric>): void {
  const id = idOf(item);
  if (id === null || metrics[id] !== undefined) return;
  metrics[id] = { id, names: { ru: id, en: id }, kind: 'additive', unit: 'count', better: 'higher' };
}

/** A new metric must say everything itself; a built-in one keeps its kind, because others are computed from it. */
function entryFindings(
  base: Metric | undefined,
  metric: Partial<Metric> & MetricEntry,
  index: number,
  document: JsonDocument,
): Finding[] {
  const required =
    metric.kind === 'ratio'
      ? (['names', 'unit', 'better', 'numerator', 'denominator'] as const)
      : (['names', 'kind', 'unit', 'better'] as const);
  const findings = required
    .filter((field) => metric[field] === undefined)
    .map((field) => missingField(field, index, document));
  if (base !== undefined && metric.kind !== base.kind) {
    findings.push({
      code: 'kind-changed',
      severity: 'error',
      ...placeOf(document, [index, 'kind']),
      found: quoted(metric.kind),
      expected: { ru: `«${base.kind}», как у встроенного показателя`, en: `“${base.kind}”, as the built-in metric is` },
      mend: { ru: 'дайте показателю другой id', en: 'give the metric another id' },
    });
  }
  const ratioOnly = (['numerator', 'denominator', 'factor'] as const).filter((field) => metric[field] !== undefined);
  if (metric.kind === 'additive' && ratioOnly[0] !== undefined) {
    findings.push({
      code: 'ratio-field',
      severity: 'error',
      ...placeOf(document, [index, ratioOnly[0]]),
      found: named('поле', 'the field', ratioOnly[0]),
      expected: { ru: 'у суммируемого показателя его нет', en: 'a metric that is summed has none' },
      mend: { ru: 'удалите поле или поставьте "kind": "ratio"', en: 'remove the field or set "kind": "ratio"' },
    });
  }
  return findings;
}

/** A ratio's two metrics must exist and be additive: a ratio of ratios has no sums to come from. */
function partFindings(
  item: unknown,
  index: number,
  metrics: Record<string, Metric>,
  document: JsonDocument,
): Finding[] {
  const entry = metricSchema.safeParse(item);
  const metric = entry.success ? metrics[entry.data.id] : undefined;
  if (metric?.kind !== 'ratio') return [];
  const additive = Object.keys(metrics).filter((id) => metrics[id]?.kind === 'additive');
  return (['numerator', 'denominator'] as const).flatMap((part) => {
    const id = metric[part];
    if (additive.includes(id)) return [];
    return [
      {
        code: 'unknown-metric',
        severity: 'error' as const,
        ...placeOf(document, [index, part]),
        found: named('показатель', 'the metric', id),
        expected: oneOf(additive),
        mend: didYouMean(id, additive, {
          ru: 'назовите суммируемый показатель (kind: additive)',
          en: 'name a metric that is summed (kind: additive)',
        }),
      },
    ];
  });
}

function missingField(field: string, index: number, document: JsonDocument): Finding {
  return {
    code: 'missing-field',
    severity: 'error',
    ...placeOf(document, [index, field]),
    found: { ru: 'поля нет', en: 'no such field' },
    expected: named('поле', 'the field', field),
    mend: {
      ru: `добавьте "${field}": … (новый показатель описывают целиком)`,
      en: `add "${field}": … (a new metric is described in full)`,
    },
  };
}
