/** Letters and digits of any language, and signs that no shell reads as its own. */
const PLAIN = /^[\p{L}\p{N}_@%+:,./-]+$/u
const PLAIN_ON_WINDOWS = /^[\p{L}\p{N}_@+:./\\-]+$/u

/** An argument as one types it at a prompt: in quotes only where the shell would read it otherwise. */
export function quoteArgument(argument: string, platform: NodeJS.Platform = process.platform): string {
  if (platform === 'win32') return PLAIN_ON_WINDOWS.test(argument) ? argument : `"${argument.replaceAll('"', '\\"')}"`
  return PLAIN.test(argument) ? argument : `'${argument.replaceAll("'", String.raw`'\''`)}'`
}
