import { type Command, CommanderError, type OptionValues } from 'commander'
import { Refusal } from './refusal'

/**
 * Returns the options that an npm script was given.
 * @param script with the options that it takes, named as it is typed, such as `npm start`
 * @param args what follows it
 * @throws Refusal for any other argument, so that `npm start -- --port 4000` does not start on port 3000
 */
export function scriptOptions(script: Command, args: string[]): OptionValues {
  // The refusal is printed by whoever ends the script.
  script
    .helpOption(false)
    .showSuggestionAfterError(false)
    .configureOutput({ outputError: () => undefined })
  try {
    return script.exitOverride().parse(args, { from: 'user' }).opts()
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    const reason = error.message.replace(/^error: |\.$/g, '')
    throw new Refusal(
      `${script.name()}: ${reason}. Settings are environment variables, such as PORT: README.md lists them.`,
    )
  }
}
