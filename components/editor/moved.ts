/** Returns a list in which one entry has moved by some places; the same list when it cannot. */
export function moved<Entry>(list: readonly Entry[], from: number, by: number): Entry[] {
  const to = from + by
  const entry = list[from]
  if (entry === undefined || to < 0 || to >= list.length) return [...list]
  return list.toSpliced(from, 1).toSpliced(to, 0, entry)
}
