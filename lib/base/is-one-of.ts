/** Returns whether a text is one of the choices, and narrows its type. */
export function isOneOf<T extends string>(choices: readonly T[], choice: string | null | undefined): choice is T {
  return choices.some((candidate) => candidate === choice)
}
