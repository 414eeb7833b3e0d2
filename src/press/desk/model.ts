import type { Standing } from '../../mentoring/cohort.ts';
import type { DeskModel, DeskOral } from '../../types/desk.ts';
import type { Locale } from '../../types/locale.ts';
import type { Day } from '../../types/period.ts';
import type { OralQuestions } from '../../types/programme.ts';
import { agencyCard } from '../cards.ts';
import { deskExams } from './exams.ts';
import { deskTrainee, type DeskKit } from './trainee.ts';

/** The whole site in one language. */
export function deskModel(standings: readonly Standing[], asOf: Day, kit: DeskKit): DeskModel {
  const { house, banks, locale } = kit;
  return {
    ...{ locale, agency: agencyCard(house.agency, locale), currency: house.agency.currency, asOf },
    trainees: standings.map((one) => deskTrainee(one, kit)),
    exams: deskExams(standings, banks, locale),
    oral: house.mentoring.oral && deskOral(house.mentoring.oral, locale),
  };
}

function deskOral({ title, about, sections }: OralQuestions, locale: Locale): DeskOral {
  return {
    ...{ title: title[locale], about: about[locale] },
    sections: sections.map((section) => ({
      ...{ id: section.id, title: section.title[locale] },
      questions: section.questions.map(({ id, text, listen, worry }) => ({
        ...{ id, text: text[locale], listen: listen.map((one) => one[locale]), worry: worry?.[locale] ?? null },
      })),
    })),
  };
}
