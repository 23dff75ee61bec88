/** Does one step of the start and prints one line for it: its name, what came of it, and how long it took. */
export function step<Result>(
  name: string,
  run: () => Promise<Result>,
  describe: (result: Result) => string,
): Promise<Result>
