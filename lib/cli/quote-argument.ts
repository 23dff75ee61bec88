/** Letters and digits of any language, and signs without meaning in a shell. */
const PLAIN = /^[\p{L}\p{N}_@%+:,./-]+$/u
const PLAIN_ON_WINDOWS = /^[\p{L}\p{N}_@+:./\\-]+$/u

/** Quotes an argument for a shell, only if the shell would otherwise change it. */
export function quoteArgument(argument: string, platform: NodeJS.Platform = process.platform): string {
  if (platform === 'win32') return PLAIN_ON_WINDOWS.test(argument) ? argument : `"${argument.replaceAll('"', '\\"')}"`
  return PLAIN.test(argument) ? argument : `'${argument.replaceAll("'", String.raw`'\''`)}'`
}
