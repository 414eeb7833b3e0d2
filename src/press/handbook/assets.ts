import { extname, join } from 'node:path';
import type { Effects } from '../../types/effects.ts';
import type { Workspace } from '../../types/workspace.ts';
import { darkTokens, lightTokens } from '../../ui/handbook/theme.ts';
import { handbookPaper, handbookStylesheet } from '../../ui/stylesheet.ts';
import { dressedAssets, sharedAssets, type Assets } from '../assets.ts';
import { agencyCard } from '../cards.ts';
import { fallbackFonts } from '../fallback-fonts.ts';

/** Everything the handbook's pages load from `assets/`, and the same with the sheet of the printed one. */
export async function handbookAssets(
  workspace: Workspace,
  kit: { letters: Set<string>; project: string },
  effects: Effects,
): Promise<{ site: Assets; paper: Assets }> {
  const { brand } = workspace.agency;
  const shared = await sharedAssets(workspace, 'handbook', kit.project, effects);
  const fallback = await fallbackFonts(kit.letters, brand.font, kit.project, effects);
  const card = agencyCard(workspace.agency, 'en');
  const light = lightTokens(card);
  const site: Assets = new Map([...shared, ...fallback.files]);
  const text = (css: string) => new TextEncoder().encode(fallback.css + css);
  site.set('style.css', text(handbookStylesheet(light, darkTokens(card))));
  if (!brand.logo) site.set('favicon.svg', new TextEncoder().encode(plainIcon(light.field)));
  if (brand.logo)
    site.set(
      `agency-logo${extname(brand.logo).toLowerCase()}`,
      await effects.fs.read(join(workspace.root, 'data', brand.logo)),
    );
  return { site, paper: new Map([...site, ['style.css', text(handbookPaper(light))]]) };
}

/** What the pages of exam forms load from `exams/assets/`: they have nothing in common with the handbook's frame. */
export async function examAssets(
  workspace: Workspace,
  kit: { letters: Set<string>; project: string },
  effects: Effects,
): Promise<Assets> {
  const shared = await sharedAssets(workspace, 'exam', kit.project, effects);
  const look = { locale: workspace.agency.locale, accent: null, site: 'exam' as const };
  return dressedAssets(workspace, look, { ...kit, shared, pictures: new Map() }, effects);
}

/** The sign of an agency that has none: its colour. */
const plainIcon = (colour: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="${colour}"/></svg>`;
