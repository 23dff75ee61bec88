/**
 * Reads back what the reconciliation page says of restated and withdrawn values, in both languages and as of several
 * versions, and compares it with a plain list of what each load changed.
 */
import { parseHTML } from 'linkedom'
import { beforeAll, expect, it } from 'vitest'
import { withdraw } from '@/lib/store/withdraw/withdraw'
import { withdrawalOrder } from '@/lib/store/withdraw/withdrawal-order'
import { createRandom } from '@/prisma/demo/random'
import { shanghaiDays } from './calendar/shanghai'
import { sampleStore } from './database/test-store'
import { factorCsv, SAMPLE_CATALOGUE } from './import/sample-files'
import { openPage } from './pages/open-page'
import { weekOf, yearOf } from './report/plain-figures'
import { weekEnds } from './report/weeks-to-check'
import { sampleOf, TEST_SEED } from './run/run-mode'

const store = sampleStore()
/** Names by code. */
const NAMES = { skewness: 'Skew', network: 'Net' } as const
type Code = keyof typeof NAMES
const CODES = Object.keys(NAMES) as Code[]
/** Five weeks, one of them in two years. */
const DAYS = shanghaiDays('2022-12-19', '2023-01-20')
/** Versions 1 and 2 are catalogues, 3 loads every day, and one is taken back at the end. */
const FIRST_LOAD = 3
const LOADS = 7
const TAKEN_BACK = 6

/** The long return of each series and day as of a version, by "series day". */
type State = Map<string, number>

/** What is true as of each version, by its number. */
const states: State[] = []

beforeAll(async () => {
  const random = createRandom(`restated weeks ${TEST_SEED}`)
  const factors = SAMPLE_CATALOGUE.factors.map((factor) => ({
    ...factor,
    nameZh: NAMES[factor.code as Code],
    nameEn: NAMES[factor.code as Code],
  }))
  await store.loadCatalogue({ ...SAMPLE_CATALOGUE, factors })
  states[FIRST_LOAD - 1] = new Map()
  for (let version = FIRST_LOAD; version < FIRST_LOAD + LOADS; version++) {
    const share = version === FIRST_LOAD ? 1 : 0.05 + 0.2 * random.uniform()
    const keys = CODES.flatMap((code) => DAYS.map((day) => `${code} ${day}`))
    const rows = keys
      .filter((_, index) => index === version || random.uniform() < share)
      .map((key): [string, number] => [key, Number((0.01 * random.normal()).toFixed(4))])
    states[version] = new Map([...stateAt(version - 1), ...rows])
    const lines = rows.map(([key, long]) => `${key.split(' ').toReversed().join()},${long},0.001,0.002`)
    const { faults, version: written } = await store.load(factorCsv(...lines))
    expect([faults, written]).toEqual([[], version])
  }
  await withdraw(withdrawalOrder.parse({ version: TAKEN_BACK }), { loadedBy: 'tester', dryRun: false })
  states[FIRST_LOAD + LOADS] = takenBack()
})

function stateAt(version: number): State {
  return states[version] ?? new Map()
}

/** Returns the last state, with the values before the version that is taken back where it was the last to change them. */
function takenBack(): State {
  const last = stateAt(FIRST_LOAD + LOADS - 1)
  const versions = Array.from({ length: LOADS - 1 }, (_, index) => FIRST_LOAD + 1 + index)
  return new Map(
    [...last].map(([key, long]) => {
      const changed = versions.filter((version) => stateAt(version).get(key) !== stateAt(version - 1).get(key))
      return [key, changed.at(-1) === TAKEN_BACK ? (stateAt(TAKEN_BACK - 1).get(key) ?? long) : long]
    }),
  )
}

interface Claim {
  name: string
  first: string
  last: string
  days: number
  version: number
  isWithdrawal: boolean
  /** Does it come after the version that is shown? */
  isLater: boolean
}

/** Returns what must be said of the week as of a version: of the days of its year and its week. */
function expected(asOf: string, shown: number): Claim[] {
  const days = DAYS.filter((day) => day <= asOf && (yearOf(day) === yearOf(asOf) || weekOf(day) === weekOf(asOf)))
  const versions = [...states.keys()].filter((version) => version > FIRST_LOAD)
  return versions.flatMap((version) =>
    CODES.flatMap((code): Claim[] => {
      const longAt = (day: string, at: number) => stateAt(at).get(`${code} ${day}`)
      const changed = days.filter((day) => longAt(day, version) !== longAt(day, version - 1))
      const [first, last] = [changed[0], changed.at(-1)]
      if (first === undefined || last === undefined) return []
      const span = { name: NAMES[code], first, last, days: changed.length }
      return [{ ...span, version, isWithdrawal: version === FIRST_LOAD + LOADS, isLater: version > shown }]
    }),
  )
}

const DATES = {
  en: String.raw`(?:(?<day>[\d-]+)|(?<count>\d+) trading days between (?<first>[\d-]+) and (?<last>[\d-]+))`,
  zh: String.raw`(?:(?<day>[\d-]+)|(?<first>[\d-]+) 至 (?<last>[\d-]+) 间 (?<count>\d+) 个交易日)`,
}
const SENTENCES = {
  en: new RegExp(
    `^(?<name>.+?): the values of ${DATES.en} were (?<later>later )?(?<what>restated|withdrawn) by version (?<version>\\d+)\\.$`,
  ),
  zh: new RegExp(
    `^(?<name>.+?)(?<later>在)? ${DATES.zh} ?的数值(?:之后被|由)版本 (?<version>\\d+) (?<what>修订|撤回)。$`,
  ),
}

/** Reads what a page says. */
async function said(address: string, locale: 'zh' | 'en'): Promise<Claim[]> {
  const { document } = parseHTML(await openPage(address, locale))
  return [...document.querySelectorAll('#restated-week li')].map((line) => {
    for (const part of line.querySelectorAll('b, a')) part.remove()
    const found = SENTENCES[locale].exec((line.textContent ?? '').replaceAll('\u00A0', ' '))?.groups
    if (!found) throw new Error(`not understood: ${line.textContent}`)
    const { name = '', day, first = day ?? '', last = day ?? '', count = '1' } = found
    return {
      ...{ name, first, last, days: Number(count), version: Number(found.version) },
      isWithdrawal: found.what === 'withdrawn' || found.what === '撤回',
      isLater: found.later !== undefined,
    }
  })
}

const ordered = (claims: Claim[]) => claims.map((claim) => JSON.stringify(claim)).sort()

it.each(['zh', 'en'] as const)('says what each load changed in the days of the week in %s', async (locale) => {
  const shown = Array.from({ length: LOADS + 1 }, (_, index) => FIRST_LOAD + index)
  const pages = weekEnds(DAYS).flatMap((asOf) => shown.map((version) => ({ asOf, version })))
  for (const { asOf, version } of sampleOf(`restated weeks in ${locale}`, pages, 5)) {
    const found = await said(`/weeks/${asOf}/reconciliation?version=${version}`, locale)
    expect(ordered(found), `${asOf} as of version ${version}`).toEqual(ordered(expected(asOf, version)))
  }
})
