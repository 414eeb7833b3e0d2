import { describe, expect, it } from 'vitest';
import { startProgress } from '../../src/cli/progress.ts';
import { fakeWorld } from './fake-effects.ts';

describe('progress in a log', () => {
  it('stays silent through short work and tells its time once', () => {
    const world = fakeWorld();
    const progress = startProgress({ ru: 'Печать', en: 'Printing' }, 3, 'ru', world.effects);
    for (let i = 0; i < 3; i += 1) {
      world.wait(1500);
      progress.step();
    }
    progress.end();
    expect(world.lines).toEqual(['err:Печать 3/3 за 5 с']);
  });

  it('gives a line with rate and time left every ten seconds of long work', () => {
    const world = fakeWorld();
    const progress = startProgress({ ru: 'Печать', en: 'Printing' }, 48, 'en', world.effects);
    for (let i = 0; i < 48; i += 1) {
      world.wait(625);
      progress.step();
    }
    progress.end();
    expect(world.lines).toEqual([
      'err:Printing 16/48 · 1.6/s · left: 20 s',
      'err:Printing 32/48 · 1.6/s · left: 10 s',
      'err:Printing 48/48 in 30 s',
    ]);
  });

  it('tells slow work by the minute', () => {
    const world = fakeWorld();
    const progress = startProgress('PDF', 10, 'ru', world.effects);
    world.wait(25_000);
    progress.step();
    expect(world.lines).toEqual(['err:PDF 1/10 · 2,4/мин · осталось 3 мин 45 с']);
  });

  it('says how far it got when it ends early', () => {
    const world = fakeWorld();
    const progress = startProgress('PDF', 10, 'en', world.effects);
    progress.step(4);
    progress.end();
    expect(world.lines).toEqual(['err:PDF 4/10 in 0 s']);
  });

  it('counts no more than there is, when something is made a second time, and no halves', () => {
    const world = fakeWorld();
    const twice = startProgress('PDF', 2, 'en', world.effects);
    for (let half = 0; half < 6; half += 1) twice.step(0.5);
    twice.end();
    const broken = startProgress('PDF', 2, 'en', world.effects);
    broken.step(1.5);
    broken.end();
    expect(world.lines).toEqual(['err:PDF 2/2 in 0 s', 'err:PDF 1/2 in 0 s']);
  });

  it('says nothing of no work at all', () => {
    const world = fakeWorld({ terminal: true });
    startProgress('PDF', 0, 'en', world.effects).end();
    expect(world.lines.filter((line) => line !== 'bar:')).toEqual([]);
  });
});

describe('progress on a terminal', () => {
  it('draws a bar, at most ten times a second, and leaves one line', () => {
    const world = fakeWorld({ terminal: true });
    const progress = startProgress('PDF', 40, 'en', world.effects);
    for (let i = 0; i < 40; i += 1) {
      world.wait(50);
      progress.step();
    }
    progress.end();
    const bars = world.lines.filter((line) => line.startsWith('bar:█') || line.startsWith('bar:░'));
    expect(bars[0]).toBe('bar:░░░░░░░░░░░░░░░░░░░░ PDF 0/40');
    expect(bars[10]).toBe('bar:██████████░░░░░░░░░░ PDF 20/40 · 20/s · left: 1 s');
    expect(bars).toHaveLength(20);
    expect(world.lines.slice(-2)).toEqual(['bar:', 'err:PDF 40/40 in 2 s']);
  });

  it('takes the bar away for a line of something else, then draws it again', () => {
    const world = fakeWorld({ terminal: true });
    const progress = startProgress('PDF', 2, 'en', world.effects);
    progress.say('hotel: 2 warnings');
    const bar = 'bar:░░░░░░░░░░░░░░░░░░░░ PDF 0/2';
    expect(world.lines).toEqual([bar, 'bar:', 'err:hotel: 2 warnings', bar]);
  });
});
