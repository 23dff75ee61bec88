/** Signals that the product cannot start: one sentence with the remedy, shown without a stack trace. */
export class Refusal extends Error {
  override name = 'Refusal'
}
