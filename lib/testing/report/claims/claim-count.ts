/** Counts claims of reports by kind, and collects those that are untrue. */
import { expect } from 'vitest'
import { IS_LONG_RUN } from '@/lib/testing/run/run-mode'
import type { Judged } from './judge'

export class ClaimCount {
  readonly kinds = new Map<string, number>()
  readonly #untrue = new Map<string, number>()
  readonly #faults: string[] = []

  /** Adds the claims of the report of one week. */
  add(asOf: string, claims: readonly Judged[]): void {
    for (const { type, sentence, faults } of claims) {
      this.kinds.set(type, (this.kinds.get(type) ?? 0) + 1)
      if (faults.length > 0) this.#untrue.set(type, (this.#untrue.get(type) ?? 0) + 1)
      this.#faults.push(...faults.map((fault) => `${asOf} ${type}: ${sentence} [${fault}]`))
    }
  }

  /** Fails when a claim is untrue. A long run prints the counts under the title. */
  expectTrue(title: string): void {
    const untrueOf = (type: string) => this.#untrue.get(type) ?? 0
    const counts = [...this.kinds].map(
      ([type, count]) => `${type} ${count - untrueOf(type)} true, ${untrueOf(type)} untrue`,
    )
    if (IS_LONG_RUN) console.info([`${title}:`, ...counts.sort()].join('\n  '))
    expect(this.kinds.size).toBeGreaterThan(0)
    expect(this.#faults.slice(0, 20)).toEqual([])
  }
}
