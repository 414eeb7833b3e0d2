import { createApp } from 'astro/app/entrypoint';
import type { DrawPage, Shown } from './page-drawer.ts';

const app = createApp({ streaming: false });

let drawer: Promise<DrawPage> | undefined;

/** What the press imports of the compiled site: draws one page. Throws what a component of it throws. */
export async function drawPage(shown: Shown): Promise<string> {
  return (await (drawer ??= openDrawer()))(shown);
}

/** Astro's answer to the only request there is; see `PageDrawer`. */
async function openDrawer(): Promise<DrawPage> {
  let opened: DrawPage | undefined;
  const locals: Pick<App.Locals, 'opened'> = { opened: (draw) => (opened = draw) };
  const { status } = await app.render(new Request('http://localhost/'), { locals });
  if (!opened) throw new Error(`Astro answers ${status} and has no page drawn.`);
  return opened;
}
