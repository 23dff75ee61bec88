/**
 * Compares answers of a store with 95 years of daily data (4,952 weeks) to those of one with 10, each with the same four
 * series: `npx tsx e2e/bench/long.ts`, with its own databases and servers. No answer is taken from a cache: each turn asks
 * for another day or week.
 */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensureBuilt } from '@/lib/boot/build/ensure-built'
import { freePort } from '@/lib/boot/port'
import { startWebServer } from '@/lib/boot/web/web-server'
import { importCatalogue } from '@/lib/import/import-catalogue'
import { importFile } from '@/lib/import/import-file'
import { longMarket, WHOLE_SPAN } from '@/lib/testing/long/long-market'
import { makeStore } from './synthetic-store'
import { timedAnswer } from './timed-answer'
import { isKept, median, type Verdict, verdictLine } from './verdict'

/** The last ten years of the same market. */
const TEN_YEARS = { first: '2010-11-29', last: WHOLE_SPAN.last }
const TURNS = 21
/** Turns that are not counted: code is compiled while it runs for the first times. */
const WARM_TURNS = 9
const BUDGET = 2

/** What is asked, by name; `date` is a Friday. */
const QUESTIONS: Record<string, (date: string) => string> = {
  'summaries by the API': (date) => `/api/v1/summaries.json?asOf=${date}`,
  'the summary of a week': (date) => `/weeks/${date}/summary.csv?market=OPEN`,
  'the page of a week': (date) => `/en/weeks/${date}?market=OPEN`,
  'a factsheet': (date) => `/factors/rising/factsheet.pdf?asOf=${date}`,
}

/** Measures each question on both stores, in turns, so that changes of the machine affect both. */
export async function measureLong(): Promise<Verdict[]> {
  const [short, long] = [await serveSpan(TEN_YEARS), await serveSpan(WHOLE_SPAN)]
  try {
    const verdicts: Verdict[] = []
    for (const [name, question] of Object.entries(QUESTIONS)) {
      const [ours, floors]: [number[], number[]] = [[], []]
      for (const [turn, date] of lastFridays(TURNS + WARM_TURNS).entries()) {
        const [floor, own] = [await timedAnswer(short.at(question(date))), await timedAnswer(long.at(question(date)))]
        if (turn < WARM_TURNS) continue
        ours.push(own)
        floors.push(floor)
      }
      const figures = { value: median(ours), floor: median(floors), unit: 'ms' as const }
      verdicts.push({ name: `95 years, ${name}`, ...figures, budget: BUDGET })
    }
    return verdicts
  } finally {
    await Promise.all([short.end(), long.end()])
  }
}

interface ServedSpan {
  /** Returns the whole address of a path. */
  at: (path: string) => string
  end: () => Promise<void>
}

/** Starts a server with a store of one span. */
async function serveSpan(span: typeof WHOLE_SPAN): Promise<ServedSpan> {
  const { catalogue, factorReturns, portfolioReturns } = longMarket(span)
  const store = await makeStore(async (folder) => {
    const write = async (name: string, content: string) => {
      await writeFile(join(folder, name), content)
      return join(folder, name)
    }
    await importCatalogue({ path: await write('catalogue.json', JSON.stringify(catalogue)) })
    await importFile({ path: await write('factors.csv', factorReturns) })
    await importFile({ path: await write('portfolios.csv', portfolioReturns) })
  })
  const port = await freePort()
  const server = await startWebServer({ mode: 'start', host: '127.0.0.1', port, databaseUrl: store.url })
  return {
    at: (path) => `http://127.0.0.1:${port}${path}`,
    end: async () => {
      await server.stop()
      await store.remove()
    },
  }
}

/** Returns the Fridays before the end of the data, without those of holidays. */
function lastFridays(count: number): string[] {
  const last = Date.parse(WHOLE_SPAN.last)
  return Array.from({ length: count }, (_, week) =>
    new Date(last - (week + 1) * 7 * 86_400_000).toISOString().slice(0, 10),
  )
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await ensureBuilt(new AbortController().signal)
  const verdicts = await measureLong()
  for (const verdict of verdicts) console.log(verdictLine(verdict))
  if (!verdicts.every(isKept)) process.exitCode = 1
  process.exit()
}
