import { LRUCache } from 'lru-cache'

type Make<Value> = () => Promise<Value | null>

/**
 * Caches values by key up to a total weight, and drops the least recently used first. Requests for a value that is
 * being made wait for the same result. Does not cache null, since the value may exist later.
 */
export class BoundedCache<Value extends object | string> {
  readonly #kept: LRUCache<string, Value, Make<Value>>

  /** @param weigh returns the bytes of a value; `maxBytes` is the limit for all values. */
  constructor(weigh: (value: Value) => number, maxBytes: number) {
    this.#kept = new LRUCache<string, Value, Make<Value>>({
      maxSize: maxBytes,
      sizeCalculation: (value) => Math.max(1, weigh(value)),
      fetchMethod: async (_key, _stale, { context: make }) => (await make()) ?? undefined,
      // A value that is being made is completed for its callers, even if it is evicted meanwhile.
      ignoreFetchAbort: true,
    })
  }

  async get(key: string, make: Make<Value>): Promise<Value | null> {
    return (await this.#kept.fetch(key, { context: make })) ?? null
  }
}
