const NAME_WIDTH = 16

/**
 * Runs one step of the start and prints one line: its name, its result and its duration.
 * @template Result
 * @param {string} name
 * @param {() => Promise<Result>} run
 * @param {(result: Result) => string} describe describes the result in few words
 * @returns {Promise<Result>}
 */
export async function step(name, run, describe) {
  process.stdout.write(`  ${name.padEnd(NAME_WIDTH)}`)
  const begun = performance.now()
  try {
    const result = await run()
    process.stdout.write(`${describe(result)} (${secondsSince(begun)})\n`)
    return result
  } catch (error) {
    process.stdout.write(`failed (${secondsSince(begun)})\n`)
    throw error
  }
}

function secondsSince(begun) {
  return `${((performance.now() - begun) / 1000).toFixed(1)} s`
}
