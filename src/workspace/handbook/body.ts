import type { Root, RootContent } from 'hast';
import { parseMdx } from '../content/mdx.ts';
import { componentsUsed } from '../content/template.ts';
import type { Component } from '../content/template-properties.ts';
import type { Finding } from '../findings.ts';
import { linkFinding, type Addresses } from './links.ts';
import * as mistake from './mistakes.ts';

/** Components a lesson may use, with the properties each must have. */
export const LESSON_COMPONENTS: Readonly<Record<string, readonly string[]>> = {
  Example: ['title'],
  Mistakes: [],
  Note: [],
  Checklist: ['id'],
  Assessment: ['id'],
};

/** What a lesson's body may refer to. */
export interface BodyRules {
  addresses: Addresses;
  /** Ids, by the component that embeds them. */
  embedded: Readonly<Record<string, readonly string[]>>;
}

/** Relative paths of pictures in the body, with their places. */
export interface BodyPictures {
  path: string;
  at: { row: number | undefined; column: number | undefined };
}

/** Everything wrong with the body of a lesson, and the pictures it shows. */
export async function checkBody(
  body: string,
  bodyRow: number,
  rules: BodyRules,
): Promise<{ findings: Finding[]; pictures: BodyPictures[] }> {
  const parsed = await parseMdx(body, bodyRow);
  if ('finding' in parsed) return { findings: [parsed.finding], pictures: [] };
  const findings = componentsUsed(parsed.tree).flatMap(({ name, node }) => componentFindings(name, node, rules));
  const pictures: BodyPictures[] = [];
  visit(parsed.tree, (node) => {
    const at = placeOf(node);
    if (node.type === 'mdxjsEsm') findings.push(mistake.code(node.value, at));
    if (node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression') {
      if (!/^\s*(\/\*[\s\S]*\*\/\s*)?$/.test(node.value)) findings.push(mistake.code(`{${node.value}}`, at));
    }
    if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') findings.push(...tagFindings(node));
    if (node.type !== 'element') return;
    if (node.tagName === 'h1') findings.push(mistake.topHeading(at));
    const { href, src } = node.properties;
    if (node.tagName === 'a' && typeof href === 'string') findings.push(...linkFinding(href, rules.addresses, at));
    if (node.tagName === 'img' && typeof src === 'string') pictures.push({ path: decodeURI(src), at });
  });
  return { findings, pictures };
}

/** Tags that run, load or send something: a page of the handbook would do what its author only wrote. */
const ACTIVE = ['script', 'style', 'link', 'meta', 'base', 'iframe', 'frame', 'object', 'embed', 'form'];

/** Code a lesson would run, in its tags: when the page is built, or in the reader's browser. */
function tagFindings(node: Component): Finding[] {
  const at = placeOf(node);
  const findings = ACTIVE.includes(node.name?.toLowerCase() ?? '') ? [mistake.code(`<${node.name}>`, at)] : [];
  for (const one of node.attributes) {
    if (one.type !== 'mdxJsxAttribute') findings.push(mistake.code(`{${one.value}}`, at));
    else if (typeof one.value === 'object' && one.value !== null)
      findings.push(mistake.code(`${one.name}={${one.value.value}}`, at));
    else if (/^on/i.test(one.name) || /^\s*javascript:/i.test(one.value ?? ''))
      findings.push(mistake.code(`${one.name}="${one.value ?? ''}"`, at));
  }
  return findings;
}

function componentFindings(name: string, node: Component, { embedded }: BodyRules): Finding[] {
  const at = placeOf(node);
  const known = LESSON_COMPONENTS[name];
  if (known === undefined) return [mistake.unknownComponent(name, Object.keys(LESSON_COMPONENTS), at)];
  const given = new Map(
    node.attributes.flatMap((one) => (one.type === 'mdxJsxAttribute' ? [[one.name, one.value] as const] : [])),
  );
  const findings = [...given.keys()]
    .filter((property) => !known.includes(property))
    .map((property) => mistake.unknownProperty(name, property, known, at));
  for (const property of known) {
    const value = given.get(property);
    if (typeof value !== 'string' || value.trim() === '') findings.push(mistake.missingProperty(name, property, at));
    else if (property === 'id' && !embedded[name]?.includes(value)) {
      findings.push(mistake.unknownEmbedded(name, value, embedded[name] ?? [], at));
    }
  }
  return findings;
}

function visit(tree: Root, seen: (node: RootContent) => void): void {
  const walk = (node: RootContent): void => {
    seen(node);
    if ('children' in node) node.children.forEach(walk);
  };
  tree.children.forEach(walk);
}

const placeOf = (node: { position?: RootContent['position'] }) => ({
  row: node.position?.start.line,
  column: node.position?.start.column,
});
