let last: Promise<unknown> = Promise.resolve()

/**
 * Reads what a document is made of, one document after another: each takes half of the connections to the store, and the
 * other half is for the pages.
 */
export function oneByOne<Result>(read: () => Promise<Result>): Promise<Result> {
  const mine = last.then(read)
  last = mine.catch(() => undefined)
  return mine
}
