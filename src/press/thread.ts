import { Worker } from 'node:worker_threads';

/** A thread that answers one question at a time. */
export interface Thread<Question, Answer> {
  /** `null` once the thread has died. */
  ask(question: Question): Promise<Answer | null>;
  close(): Promise<unknown>;
}

/**
 * @param module what the thread runs: it posts one message for each it gets, and a failure ends it
 * @param workerData what it is told before the first question
 */
export function openThread<Question, Answer>(module: URL, workerData: unknown): Thread<Question, Answer> {
  // Several threads with all the room Node likes take the memory of the whole build.
  const worker = new Worker(module, { workerData, resourceLimits: { maxYoungGenerationSizeMb: 16 } });
  let answer: (answer: Answer | null) => void = () => undefined;
  let alive = true;
  const died = () => {
    alive = false;
    answer(null);
  };
  worker.on('message', (said: Answer) => answer(said));
  worker.on('error', died);
  worker.on('exit', died);
  return {
    ask: (question) =>
      new Promise((resolve) => {
        answer = resolve;
        if (alive) worker.postMessage(question);
        else resolve(null);
      }),
    close: () => worker.terminate(),
  };
}
