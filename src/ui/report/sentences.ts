import { tellStory, type StoryText } from '../../locale/story.ts';
import type { StoryContext } from '../../locale/story-facts.ts';
import { channelName, voice } from '../context.ts';
import type { Compared, Story } from '../../types/figures.ts';
import type { CabinetModel } from '../../types/report.ts';

type Teller = Pick<CabinetModel, 'locale' | 'currency' | 'metrics' | 'channels'>;

/** What the storyteller needs to know of a report. */
export const storyContext = (model: Teller, compared: Compared): StoryContext => ({
  formatter: voice(model).f,
  metrics: model.metrics,
  channelName: (id) => channelName(model, id),
  compared,
});

type Told = { metric: string } & StoryText;

/** Of each report whose page is being drawn: several parts of it tell the same. */
const told = new WeakMap<object, Told[]>();

/** A story in words, with its metric; stories that have nothing to compare with are left out. */
export function toldStories(model: Teller & { compared: Compared; stories: Story[] }): Told[] {
  const known = told.get(model);
  if (known) return known;
  const context = storyContext(model, model.compared);
  const texts = model.stories
    .filter(({ change }) => change.absolute !== null)
    .map((story) => ({ metric: story.metric, ...tellStory(story, context) }));
  told.set(model, texts);
  return texts;
}
