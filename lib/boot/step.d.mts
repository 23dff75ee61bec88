/** Runs one step of the start and prints one line: its name, its result and its duration. */
export function step<Result>(
  name: string,
  run: () => Promise<Result>,
  describe: (result: Result) => string,
): Promise<Result>
