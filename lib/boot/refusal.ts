/** Why the product cannot start: one sentence for a person, with the remedy. It is shown without a stack trace. */
export class Refusal extends Error {
  override name = 'Refusal'
}
