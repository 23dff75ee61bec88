/** Holds the direction of imports, and fails too when it read no modules (an incompatible compiler reads none and reports success). */
import { cruise } from 'dependency-cruiser'
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config'
import configuration from '../.dependency-cruiser.cjs'

const MODULES_AT_LEAST = 40

const { output } = await cruise(
  ['app', 'components', 'lib', 'proxy.ts'],
  { ...configuration.options, ruleSet: { forbidden: configuration.forbidden }, validate: true },
  undefined,
  { tsConfig: extractTSConfig('tsconfig.json') },
)
const own = output.modules.filter(({ source }) => /^(app|components|lib)\//.test(source))
for (const { rule, from, to } of output.summary.violations) console.error(`layers: ${rule.name}: ${from} → ${to}`)
if (own.length < MODULES_AT_LEAST)
  console.error(`layers: only ${own.length} modules were read, ${MODULES_AT_LEAST} or more expected`)
console.log(`layers: ${own.length} modules read, ${output.summary.violations.length} violations`)
process.exitCode = output.summary.error > 0 || own.length < MODULES_AT_LEAST ? 1 : 0
