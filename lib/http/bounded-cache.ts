import { LRUCache } from 'lru-cache'

type Make<Value> = () => Promise<Value | null>

/**
 * Keeps what was made for a key, up to a total weight; what was asked for longest ago goes first. Requests for a key
 * that is just being made wait for the same result. A result of null is not kept: it may exist later.
 */
export class BoundedCache<Value extends object | string> {
  readonly #kept: LRUCache<string, Value, Make<Value>>

  /** @param weigh bytes that a value holds; `maxBytes` how many may be held in all. */
  constructor(weigh: (value: Value) => number, maxBytes: number) {
    this.#kept = new LRUCache<string, Value, Make<Value>>({
      maxSize: maxBytes,
      sizeCalculation: (value) => Math.max(1, weigh(value)),
      fetchMethod: async (_key, _stale, { context: make }) => (await make()) ?? undefined,
      // What is being made for somebody is made to its end, also when its place is needed.
      ignoreFetchAbort: true,
    })
  }

  async get(key: string, make: Make<Value>): Promise<Value | null> {
    return (await this.#kept.fetch(key, { context: make })) ?? null
  }
}
