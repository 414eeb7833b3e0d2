import { localText } from '../../locale/text.ts';
import type { Workspace } from '../../types/workspace.ts';
import type { BriefModel } from '../../ui/proposal/brief/model.ts';

export function briefModel({ agency }: Workspace): BriefModel {
  return {
    locale: agency.locale,
    name: { ru: localText(agency.name, 'ru'), en: localText(agency.name, 'en') },
    email: agency.email ?? null,
    font: agency.brand.font,
  };
}
