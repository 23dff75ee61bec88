const NAME_WIDTH = 16
/**
 * With LOG_FORMAT=json the start logs as lib/log/json-log.ts does, whose packages are not installed yet; commands print
 * plain text.
 */
const IS_JSON = process.env.LOG_FORMAT === 'json' && process.argv[2] === 'start'
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
  if (!IS_JSON) lines.write(`  ${name.padEnd(NAME_WIDTH)}`)
  const begun = performance.now()
  try {
    const result = await run()
    writeEnd('info', name, describe(result), begun)
    return result
  } catch (error) {
    writeEnd('error', name, 'failed', begun)
    throw error
  }
}

function writeEnd(level, name, text, begun) {
  const seconds = ((performance.now() - begun) / 1000).toFixed(1)
  if (!IS_JSON) return lines.write(`${text} (${seconds} s)\n`)
  const time = new Date().toISOString()
  lines.write(`${JSON.stringify({ level, time, step: name, seconds: Number(seconds), message: `${name}: ${text}` })}\n`)
}
