import type { Element, ElementContent, Root, RootContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { isAttributeAllowed, isInline, isLinkAllowed, MARKDOWN, mayStandIn, TAGS } from './allowed.ts';
import { named, type Finding } from '../findings.ts';
import { parseMdx } from './mdx.ts';
import * as refusal from './refusals.ts';

/** A note's body as safe HTML and as words. */
export interface NoteBody {
  html: string;
  /** The words, block by block, one per line. */
  text: string;
  findings: Finding[];
}

/** Renders the body of a note, which may hold words, Markdown and a few harmless tags and nothing that runs. */
export async function renderNote(body: string, bodyRow: number): Promise<NoteBody> {
  const parsed = await parseMdx(body, bodyRow);
  if ('finding' in parsed) return { html: '', text: '', findings: [parsed.finding] };
  const cleaner = new Cleaner(headingLevels(parsed.tree));
  const children = cleaner.children(parsed.tree.children, null);
  const safe: Root = { type: 'root', children };
  return { html: toHtml(safe).trim(), text: wordsOf(children), findings: cleaner.findings };
}

type Node = RootContent | ElementContent;
type Jsx = Extract<Node, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>;
type JsxAttribute = Jsx['attributes'][number];

/** Copies the allowed part of a tree and says what it refused. */
class Cleaner {
  readonly findings: Finding[] = [];
  private readonly levels: Record<string, string>;

  constructor(levels: Record<string, string>) {
    this.levels = levels;
  }

  children(nodes: readonly Node[], parent: string | null): ElementContent[] {
    return nodes.flatMap((node) => this.node(node, parent));
  }

  private node(node: Node, parent: string | null): ElementContent[] {
    if (node.type === 'text') {
      if (node.value.trim() !== '' && !mayStandIn(null, parent)) this.refuse(node, refusal.MISPLACED, node.value);
      this.warnOfBars(node);
      return [{ type: 'text', value: node.value }];
    }
    if (node.type === 'element') return this.markdown(node, parent);
    if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') return this.tag(node, parent);
    if (node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression') {
      return this.refuse(node, refusal.EXPRESSION, `{${node.value}}`);
    }
    return this.refuse(node, refusal.MODULE, 'value' in node ? node.value : node.type);
  }

  private markdown(node: Element, parent: string | null): ElementContent[] {
    const { tagName } = node;
    if (!MARKDOWN.has(tagName)) return this.refuse(node, tagName === 'img' ? refusal.PICTURE : refusal.TAG, `<${tagName}>`);
    if (!mayStandIn(tagName, parent)) return this.refuse(node, refusal.MISPLACED, `<${tagName}>`);
    const { href, title, start } = node.properties;
    if (typeof href === 'string' && !isLinkAllowed(href)) return this.refuse(node, refusal.LINK, href);
    const tag = this.levels[tagName] ?? tagName;
    return [h(tag, { href, title, start }, this.children(node.children, tag))];
  }

  private tag(node: Jsx, parent: string | null): ElementContent[] {
    const tag = node.name ?? '';
    if (!TAGS.has(tag)) return this.refuse(node, /^[A-Z]|\./.test(tag) ? refusal.COMPONENT : refusal.TAG, `<${tag}>`);
    if (!mayStandIn(tag, parent)) return this.refuse(node, refusal.MISPLACED, `<${tag}>`);
    const properties = Object.fromEntries(node.attributes.flatMap((attribute) => this.attribute(tag, attribute, node)));
    return [h(tag, properties, this.children(node.children, tag))];
  }

  private attribute(tag: string, attribute: JsxAttribute, node: Jsx): [string, string][] {
    const place = attribute.position === undefined ? node : attribute;
    if (attribute.type === 'mdxJsxExpressionAttribute') return this.refuse(place, refusal.EXPRESSION, `{${attribute.value}}`);
    const { name, value } = attribute;
    if (!isAttributeAllowed(tag, name)) return this.refuse(place, refusal.ATTRIBUTE, name);
    if (typeof value === 'object' && value !== null) return this.refuse(place, refusal.EXPRESSION, `{${value.value}}`);
    if (name === 'href' && !isLinkAllowed(value ?? '')) return this.refuse(place, refusal.LINK, value ?? '');
    return [[name, value ?? '']];
  }

  private refuse(node: Placed, { code, name, expected, mend }: refusal.Refusal, shown: string): never[] {
    const { line, column } = node.position?.start ?? {};
    this.findings.push({ code, severity: 'error', row: line, column, found: named(...name, shown), expected, mend });
    return [];
  }

  /** Tables drawn with bars are not Markdown's own: they would be printed as bars. */
  private warnOfBars(node: Placed & { value: string }): void {
    if (!/^\s*\|.*\n\s*\|[\s:|-]+\|/.test(node.value)) return;
    this.refuse(node, refusal.BARS, node.value);
  }
}

type Placed = { position?: { start: { line: number; column: number } } | undefined };

/** The note's headings become h3 and below, without gaps: the page's own headings stand above them. */
function headingLevels(tree: Root): Record<string, string> {
  const used = new Set<string>();
  const visit = (node: Node): void => {
    if (node.type === 'element' && /^h\d$/.test(node.tagName)) used.add(node.tagName);
    if ('children' in node) node.children.forEach(visit);
  };
  tree.children.forEach(visit);
  return Object.fromEntries([...used].sort().map((tag, index) => [tag, `h${Math.min(6, index + 3)}`]));
}

/** Words without markup; blocks on lines of their own. */
function wordsOf(nodes: readonly ElementContent[]): string {
  const text = (node: ElementContent): string => {
    if (node.type === 'text') return node.value;
    if (node.type !== 'element') return '';
    if (node.tagName === 'br') return '\n';
    const inner = node.children.map(text).join('');
    return isInline(node.tagName) ? inner : `\n${inner}\n`;
  };
  return nodes.map(text).join('').replace(/[^\S\n]*\n\s*/g, '\n').trim();
}
