const NAME_WIDTH = 16
/** Standard output belongs to the JSON that a command prints. */
const lines = process.argv.includes('--json') ? process.stderr : process.stdout

/**
 * Runs one step of the start and prints one line: its name, its result and its duration.
 * @template Result
 * @param {string} name
 * @param {() => Promise<Result>} run
 * @param {(result: Result) => string} describe describes the result in few words
 * @returns {Promise<Result>}
 */
export async function step(name, run, describe) {
  lines.write(`  ${name.padEnd(NAME_WIDTH)}`)
  const begun = performance.now()
  try {
    const result = await run()
    lines.write(`${describe(result)} (${secondsSince(begun)})\n`)
    return result
  } catch (error) {
    lines.write(`failed (${secondsSince(begun)})\n`)
    throw error
  }
}

function secondsSince(begun) {
  return `${((performance.now() - begun) / 1000).toFixed(1)} s`
}
