import { LRUCache } from 'lru-cache'
import { reportNumbers } from '@/lib/process/reported-numbers'

type Make<Value> = () => Promise<Value | null>

/**
 * Caches values by key up to a total weight, and drops the least recently used first. Requests for a value that is
 * being made wait for the same result. Does not cache null, since the value may exist later.
 */
export class BoundedCache<Value extends object | string> {
  readonly #kept: LRUCache<string, Value, Make<Value>>
  #asked = 0
  #made = 0

  /**
   * @param weigh returns the bytes of a value
   * @param maxBytes the limit for all values
   * @param name a fixed word under which monitoring shows the cache; without it the cache is not shown
   */
  constructor(weigh: (value: Value) => number, maxBytes: number, name?: string) {
    this.#kept = new LRUCache<string, Value, Make<Value>>({
      maxSize: maxBytes,
      sizeCalculation: (value) => Math.max(1, weigh(value)),
      fetchMethod: async (_key, _stale, { context: make }) => {
        this.#made += 1
        return (await make()) ?? undefined
      },
      // A value that is being made is completed for its callers, even if it is evicted meanwhile.
      ignoreFetchAbort: true,
    })
    if (name !== undefined) reportNumbers('cache', name, () => this.#numbers())
  }

  async get(key: string, make: Make<Value>): Promise<Value | null> {
    this.#asked += 1
    return (await this.#kept.fetch(key, { context: make })) ?? null
  }

  #numbers() {
    const { size: entries, calculatedSize: bytes } = this.#kept
    return { hits: this.#asked - this.#made, misses: this.#made, bytes, entries }
  }
}
