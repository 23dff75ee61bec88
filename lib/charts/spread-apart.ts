/**
 * Moves texts as little as possible so that they do not overlap: each at least `gap` from the next.
 * @param wanted positions in any order, null for no text; `low` and `high` the limits, as far as there is space
 * @returns a position for each, in the order given
 */
export function spreadApart(
  wanted: readonly (number | null)[],
  gap: number,
  low: number,
  high: number,
): (number | null)[] {
  const texts = wanted
    .flatMap((position, index) => (position === null ? [] : [{ index, position }]))
    .sort((a, b) => a.position - b.position)
  let least = low
  for (const text of texts) {
    text.position = Math.max(text.position, least)
    least = text.position + gap
  }
  let most = high
  for (const text of texts.toReversed()) {
    text.position = Math.min(text.position, most)
    most = text.position - gap
  }
  const positions: (number | null)[] = wanted.map(() => null)
  for (const { index, position } of texts) positions[index] = position
  return positions
}
