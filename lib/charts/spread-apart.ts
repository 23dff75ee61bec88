/**
 * Where texts stand that shall be as near as can be to their places and not touch: each at least `gap` from the next.
 * @param places wanted, any order, null for no text; `low` and `high` the ends that none may leave, as far as there is room
 * @returns a place for each, in the order given
 */
export function spreadApart(
  places: readonly (number | null)[],
  gap: number,
  low: number,
  high: number,
): (number | null)[] {
  const texts = places
    .flatMap((place, index) => (place === null ? [] : [{ index, place }]))
    .sort((a, b) => a.place - b.place)
  let least = low
  for (const text of texts) {
    text.place = Math.max(text.place, least)
    least = text.place + gap
  }
  let most = high
  for (const text of texts.toReversed()) {
    text.place = Math.min(text.place, most)
    most = text.place - gap
  }
  const placed: (number | null)[] = places.map(() => null)
  for (const { index, place } of texts) placed[index] = place
  return placed
}
