/**
 * Where texts stand that shall be as near as can be to their places and not touch: each at least `gap` from the next.
 * @param places wanted, any order; `low` and `high` the ends that none may leave, as far as there is room
 * @returns a place for each, in the order given
 */
export function spreadApart(places: readonly number[], gap: number, low: number, high: number): number[] {
  const order = places.map((_, index) => index).sort((a, b) => (places[a] ?? 0) - (places[b] ?? 0))
  const placed = [...places]
  let least = low
  for (const index of order) {
    placed[index] = Math.max(placed[index] ?? 0, least)
    least = (placed[index] ?? 0) + gap
  }
  let most = high
  for (const index of order.reverse()) {
    placed[index] = Math.min(placed[index] ?? 0, most)
    most = (placed[index] ?? 0) - gap
  }
  return placed
}
