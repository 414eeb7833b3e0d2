import type { Element, Root, RootContent } from 'hast';
import { named, type Finding } from '../findings.ts';
import type { Component } from './template-properties.ts';

/** What a page may not hold: nothing of it runs there, asks the network, or is sent anywhere. */
const FORBIDDEN = new Set(['script', 'iframe', 'object', 'embed', 'form', 'base', 'link', 'meta']);

/** Addresses that a page loads by itself; a link to click is none. */
const LOADED = new Set(['src', 'srcset', 'poster', 'data', 'background']);

/** Tags of a template as it is written that would keep every page made of it from being published, or do nothing in it. */
export function checkTags(tree: Root): Finding[] {
  const findings: Finding[] = [];
  const visit = (node: RootContent): void => {
    if (node.type === 'element') findings.push(...tagFindings(node.tagName, literalsOf(node), node));
    if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
      const name = node.name ?? '';
      if (/^[a-z]/.test(name)) findings.push(...tagFindings(name, writtenOf(node), node));
    }
    if ('children' in node) node.children.forEach(visit);
  };
  tree.children.forEach(visit);
  return findings;
}

type Attribute = [name: string, value: string];

const literalsOf = ({ properties }: Element): Attribute[] =>
  Object.entries(properties).map(([name, value]) => [name, String(value)]);

const writtenOf = ({ attributes }: Component): Attribute[] =>
  attributes.flatMap((one): Attribute[] =>
    one.type === 'mdxJsxAttribute' ? [[one.name, typeof one.value === 'string' ? one.value : '']] : [],
  );

function tagFindings(tag: string, attributes: Attribute[], { position }: RootContent): Finding[] {
  const at = { row: position?.start.line, column: position?.start.column };
  if (FORBIDDEN.has(tag.toLowerCase())) return [refused(named('тег', 'the tag', `<${tag}>`), at)];
  return attributes.flatMap(([name, value]) => {
    if (/^on[a-z]/i.test(name)) return [refused(named('атрибут', 'the attribute', name), at)];
    const outward = LOADED.has(name.toLowerCase()) && /^\s*(?:https?:)?\/\//i.test(value);
    return outward ? [refused(named('адрес, который загружает страница,', 'loaded by the page:', value), at)] : [];
  });
}

function refused(found: Finding['found'], at: Pick<Finding, 'row' | 'column'>): Finding {
  return {
    ...{ code: 'template-tag', severity: 'error', ...at, found },
    expected: {
      ru: 'страница, которая полна без скриптов и ничего не загружает из сети',
      en: 'a page that is complete without scripts and loads nothing from the network',
    },
    mend: {
      ru: 'удалите тег; слова, Markdown и компоненты из docs/templates.md остаются',
      en: 'remove the tag; words, Markdown and the components of docs/templates.md remain',
    },
  };
}
