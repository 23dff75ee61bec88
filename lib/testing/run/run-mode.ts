/** The mode of a test run. Only this module reads TEST_LONG and TEST_SEED. */
import { randomInt } from 'node:crypto'
import { createRandom } from '@/prisma/demo/random'

/** Whether exhaustive tests replace samples: `npm run test:long` sets TEST_LONG=1. */
export const IS_LONG_RUN = process.env.TEST_LONG === '1'

/** Seed of all samples of this run. The global set-up prints it; TEST_SEED=… repeats a run. */
export const TEST_SEED = process.env.TEST_SEED || String(randomInt(1_000_000_000))

/** Returns `usual`, or `long` in a long run. */
export function sizeOfRun({ usual, long }: { usual: number; long: number }): number {
  return IS_LONG_RUN ? long : usual
}

/**
 * Returns `count` different members of a list in order, chosen by the seed of the run and a name; in a long run, the
 * whole list.
 */
export function sampleOf<Member>(name: string, members: readonly Member[], count: number): Member[] {
  if (IS_LONG_RUN || count >= members.length) return [...members]
  const random = createRandom(`${TEST_SEED} ${name}`)
  const drawn = members.map((member, index) => ({ member, index, key: random.uniform() }))
  const chosen = drawn.sort((a, b) => a.key - b.key).slice(0, count)
  return chosen.sort((a, b) => a.index - b.index).map(({ member }) => member)
}
