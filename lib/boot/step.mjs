const NAME_WIDTH = 16

/**
 * Does one step of the start and prints one line for it: its name, what came of it, and how long it took.
 * @template Result
 * @param {string} name
 * @param {() => Promise<Result>} run
 * @param {(result: Result) => string} describe what came of it, in few words
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
