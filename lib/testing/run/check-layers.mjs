/**
 * Checks the direction of imports, and that each folder of lib and components is a room of the list. First it writes
 * one forbidden import into a temporary file, to prove that the configuration finds it.
 */
import { rm, writeFile } from 'node:fs/promises'
import { cruise } from 'dependency-cruiser'
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config'
import configuration from '../../../.dependency-cruiser.cjs'

const { ROOMS, filesOf, forbidden, options } = configuration
const FORBIDDEN_IMPORT = 'lib/base/forbidden-import.ts'

await writeFile(FORBIDDEN_IMPORT, "import '@/lib/report/model/report'\n")
const { output } = await cruise(
  ['app', 'components', 'lib', 'proxy.ts'],
  { ...options, ruleSet: { forbidden }, validate: true },
  undefined,
  { tsConfig: extractTSConfig('tsconfig.json') },
).finally(() => rm(FORBIDDEN_IMPORT))

const faults = [...forbiddenImportFaults(), ...violationFaults(), ...roomFaults()]
for (const fault of faults) console.error(`layers: ${fault}`)
console.log(`layers: ${output.modules.length} modules read, ${faults.length} faults`)
process.exitCode = faults.length > 0 ? 1 : 0

/**
 * Returns a fault when the rule did not find the forbidden import, also when an incompatible compiler reads no module.
 */
function forbiddenImportFaults() {
  const isFound = output.summary.violations.some(({ from }) => from === FORBIDDEN_IMPORT)
  return isFound ? [] : [`the forbidden import in ${FORBIDDEN_IMPORT} was not found`]
}

function violationFaults() {
  return output.summary.violations
    .filter(({ from }) => from !== FORBIDDEN_IMPORT)
    .map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)
}

/** Returns faults for files outside the rooms of the list. */
function roomFaults() {
  const patterns = ROOMS.map((room) => new RegExp(filesOf(room)))
  return output.modules
    .map(({ source }) => source)
    .filter((source) => /^(lib|components)\//.test(source) && !patterns.some((pattern) => pattern.test(source)))
    .map((source) => `${source} lies in no room of .dependency-cruiser.cjs`)
}
