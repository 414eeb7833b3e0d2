import { Worker } from 'node:worker_threads';

/** A thread that answers one question at a time. */
export interface Thread<Question, Answer> {
  /** `null` once the thread has died. */
  ask(question: Question): Promise<Answer | null>;
  /** What questions are asked about; it is not answered. */
  tell(about: unknown): void;
  close(): Promise<unknown>;
}

/**
 * Megabytes of a thread. With all the room Node likes, a few of them take the memory of the whole build; one that needs
 * more ends, and whoever asked does the work.
 */
const ROOM = { maxYoungGenerationSizeMb: 12, maxOldGenerationSizeMb: 160 };

/**
 * @param module what the thread runs: it posts one message for each question it gets, and a failure ends it
 * @param workerData what it is told when it begins
 */
export function openThread<Question, Answer>(module: URL, workerData?: unknown): Thread<Question, Answer> {
  const worker = new Worker(module, { workerData, resourceLimits: ROOM });
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
    tell: (about) => {
      if (alive) worker.postMessage(about);
    },
    close: () => worker.terminate(),
  };
}
