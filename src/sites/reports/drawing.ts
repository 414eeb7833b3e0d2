import { createApp } from 'astro/app/entrypoint';

const app = createApp({ streaming: false });

/** What the press imports of the compiled site: draws one page, by its address within the site and what it shows. */
export async function drawPage(path: string, locals: App.Locals): Promise<void> {
  await app.render(new Request(new URL(path, 'http://localhost')), { locals });
}
