/** Signals that this program cannot work with a store: one sentence with the remedy, shown without a stack trace. */
export class StoreError extends Error {
  override name = 'StoreError'
}
