/** Runs `work` once at a time; calls that come meanwhile lead to one more run afterwards. */
export function oneAtATime<T>(work: (argument: T) => Promise<void>): (argument: T) => Promise<void> {
  let running = false;
  let again = false;
  return async function run(argument: T): Promise<void> {
    if (running) {
      again = true;
      return;
    }
    running = true;
    try {
      do {
        again = false;
        await work(argument);
      } while (again);
    } finally {
      running = false;
    }
  };
}
