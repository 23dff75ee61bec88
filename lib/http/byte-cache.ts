/**
 * Keeps what was made for a key, up to a total weight; what was asked for longest ago goes first. Requests for a key
 * that is just being made wait for the same result. A result of null is not kept: it may exist later.
 */
export class ByteCache<Value> {
  readonly #kept = new Map<string, Value>()
  readonly #inMaking = new Map<string, Promise<Value | null>>()
  #bytes = 0

  /** @param weigh bytes that a value holds; `maxBytes` how many may be held in all. */
  constructor(
    readonly weigh: (value: Value) => number,
    readonly maxBytes: number,
  ) {}

  async get(key: string, make: () => Promise<Value | null>): Promise<Value | null> {
    const kept = this.#kept.get(key)
    if (kept !== undefined) {
      this.#kept.delete(key)
      this.#kept.set(key, kept)
      return kept
    }
    const pending = this.#inMaking.get(key) ?? this.#make(key, make)
    return pending
  }

  #make(key: string, make: () => Promise<Value | null>): Promise<Value | null> {
    const pending = make()
      .then((value) => {
        if (value !== null) this.#keep(key, value)
        return value
      })
      .finally(() => this.#inMaking.delete(key))
    this.#inMaking.set(key, pending)
    return pending
  }

  #keep(key: string, value: Value): void {
    this.#kept.set(key, value)
    this.#bytes += this.weigh(value)
    for (const [oldest, old] of this.#kept) {
      if (this.#bytes <= this.maxBytes) break
      this.#kept.delete(oldest)
      this.#bytes -= this.weigh(old)
    }
  }
}
