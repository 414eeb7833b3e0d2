import type { RootContent } from 'hast';
import type { LocalText } from '../../types/locale.ts';
import type { ComponentProperties, PropertyRule } from '../../types/template.ts';
import type { Metric } from '../../types/workspace.ts';
import { didYouMean, named, oneOf, type Finding } from '../findings.ts';

export type Component = Extract<RootContent, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>;
type Property = Extract<Component['attributes'][number], { type: 'mdxJsxAttribute' }>;

/** What properties of components are held against. */
export interface TemplateRules {
  properties: ComponentProperties;
  metrics: Record<string, Metric>;
}

type Place = Pick<Finding, 'row' | 'column'>;

/** Properties nobody reads, values nobody understands, and metrics nobody defined. Values in `{…}` but numbers are not read. */
export function checkProperties(component: Component, { properties, metrics }: TemplateRules): Finding[] {
  const rules = properties[component.name ?? ''];
  if (!rules) return [];
  const written = component.attributes.filter((one) => one.type === 'mdxJsxAttribute');
  const mistakes = written.flatMap((attribute) => checkProperty(attribute, component, rules, metrics));
  return mistakes.length > 0 || component.name !== 'Chart' ? mistakes : checkChart(component, written, metrics);
}

function checkProperty(
  attribute: Property,
  component: Component,
  rules: Record<string, PropertyRule>,
  metrics: Record<string, Metric>,
): Finding[] {
  const at = placeOf(attribute, component);
  const rule = Object.hasOwn(rules, attribute.name) ? rules[attribute.name] : undefined;
  if (rule === undefined) return [unknownProperty(attribute.name, Object.keys(rules), at)];
  const value = literalOf(attribute);
  if (value === null || rule === 'text') return [];
  if (rule === 'number') return /^[1-9]\d*$/.test(value) ? [] : [unknownValue(attribute.name, value, NUMBER, at)];
  if (typeof rule !== 'string') return rule.includes(value) ? [] : [unknownValue(attribute.name, value, rule, at)];
  if (rule === 'metric-or-none' && value === 'none') return [];
  const ids = rule === 'metrics' ? value.split(',').map((id) => id.trim()) : [value];
  return ids.filter((id) => id !== '' && !Object.hasOwn(metrics, id)).map((id) => unknownMetric(id, metrics, at));
}

/** Combinations that draw nothing or mean nothing. */
function checkChart(component: Component, written: Property[], metrics: Record<string, Metric>): Finding[] {
  const of = (name: string): string => {
    const attribute = written.find((one) => one.name === name);
    return attribute ? (literalOf(attribute) ?? '') : '';
  };
  const [type, metric, at] = [of('type'), of('metric'), placeOf(component, component)];
  if ((type === 'doughnut' || type === 'stacked-bar') && metrics[metric]?.kind === 'ratio') {
    return [unfit(named('сумма частей у показателя', 'a sum of parts for the metric', metric), additive(metrics), at)];
  }
  if (type === 'plan-fact' && metric !== '' && !PLANNED.includes(metric)) {
    return [unfit(named('план и факт показателя', 'plan and actual of the metric', metric), PLANNED, at)];
  }
  return [];
}

/** Metrics of the media plan, by the id of their fact. */
const PLANNED: readonly string[] = ['cost', 'impressions', 'clicks', 'leads'];

const NUMBER = { ru: 'целое число больше нуля', en: 'a whole number above zero' };

const additive = (metrics: Record<string, Metric>): string[] =>
  Object.keys(metrics).filter((id) => metrics[id]?.kind === 'additive');

/** A string, or the number of `{24}`; `null` for anything that has to be computed. */
function literalOf({ value }: Property): string | null {
  if (typeof value === 'string') return value;
  return value && /^\s*-?[\d.]+\s*$/.test(value.value) ? value.value.trim() : null;
}

function placeOf(node: { position?: Component['position'] }, component: Component): Place {
  const start = (node.position ?? component.position)?.start;
  return { row: start?.line, column: start?.column };
}

function unknownProperty(name: string, known: string[], at: Place): Finding {
  const remove = { ru: 'удалите свойство или исправьте его имя', en: 'remove the property or correct its name' };
  return {
    ...{ code: 'unknown-property', severity: 'error', ...at, found: named('свойство', 'the property', name) },
    expected: known.length > 0 ? oneOf(known) : { ru: 'компонент без свойств', en: 'the component without properties' },
    mend: didYouMean(name, known, remove),
  };
}

function unknownValue(name: string, value: string, expected: readonly string[] | typeof NUMBER, at: Place): Finding {
  const correct = { ru: 'исправьте значение или удалите свойство', en: 'correct the value or remove the property' };
  const words = 'ru' in expected ? [] : expected;
  return {
    ...{ code: 'unknown-value', severity: 'error', ...at, found: named(`${name} =`, `${name} =`, value) },
    expected: 'ru' in expected ? expected : oneOf(expected),
    mend: didYouMean(value, words, correct),
  };
}

function unknownMetric(id: string, metrics: Record<string, Metric>, at: Place): Finding {
  const define = { ru: 'исправьте id или опишите показатель в data/metrics.json', en: 'correct the id or define the metric in data/metrics.json' };
  return {
    ...{ code: 'unknown-metric', severity: 'error', ...at, found: named('показатель', 'the metric', id) },
    expected: oneOf(Object.keys(metrics)),
    mend: didYouMean(id, Object.keys(metrics), define),
  };
}

function unfit(found: LocalText, fit: readonly string[], at: Place): Finding {
  const mend = { ru: 'возьмите другой показатель или другой вид графика', en: 'take another metric or another type of chart' };
  return { code: 'unfit-metric', severity: 'error', ...at, found, expected: oneOf(fit), mend };
}
