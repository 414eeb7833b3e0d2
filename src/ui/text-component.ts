import type { SSRResult } from 'astro';
import { createComponent, markHTMLString } from 'astro/runtime/server/index.js';

/**
 * A component whose HTML is written as text, see `markup.ts`: for what stands in a page by the dozen.
 * @param write the HTML, of the component's attributes and of what its page shows
 */
export function textComponent<Props extends object>(
  write: (props: Props, locals: App.Locals) => string,
): (props: Props) => unknown {
  const component = createComponent((result: SSRResult, props: Props) =>
    markHTMLString(write(props, result.createAstro(props, null).locals)),
  );
  // What a page's template takes for a component is what TypeScript takes for its attributes.
  return component as unknown as (props: Props) => unknown;
}
