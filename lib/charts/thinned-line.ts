/** Days of a line up to which a picture gets them all: four for each pixel of the widest picture. */
const MAX_DAYS = 5000
/** Groups of adjacent days of a longer line; each keeps at most four days, besides those at gaps. */
const GROUPS = MAX_DAYS / 4

interface ShownLine {
  /** ISO dates, ascending. */
  dates: readonly string[]
  /** Values in the unit of the axis, as many as dates; null is a gap. */
  ys: readonly (number | null)[]
}

/**
 * Returns the days of a line that a picture can show. Of a line longer than 5,000 days it keeps the first, last, lowest
 * and highest day of each group of adjacent days, and the days on both sides of the ends of a gap.
 */
export function thinnedLine(line: ShownLine): ShownLine {
  const { dates, ys } = line
  if (dates.length <= MAX_DAYS) return line
  const kept = new Set<number>(gapEnds(ys))
  for (let group = 0; group < GROUPS; group++) {
    const [from, to] = [group, group + 1].map((edge) => Math.floor((edge * dates.length) / GROUPS)) as [number, number]
    for (const position of outermost(ys, from, to)) kept.add(position)
  }
  const positions = [...kept].sort((a, b) => a - b)
  return {
    dates: positions.map((position) => dates[position] as string),
    ys: positions.map((position) => ys[position] ?? null),
  }
}

/** Returns the first and last position of a group, and those of its lowest and highest value. */
function outermost(ys: ShownLine['ys'], from: number, to: number): number[] {
  let [low, high] = [from, from]
  for (let position = from; position < to; position++) {
    const y = ys[position] ?? null
    if (y === null) continue
    if (y < (ys[low] ?? Number.POSITIVE_INFINITY)) low = position
    if (y > (ys[high] ?? Number.NEGATIVE_INFINITY)) high = position
  }
  return [from, low, high, to - 1]
}

/** Returns the positions on both sides of each end of a gap. */
function gapEnds(ys: ShownLine['ys']): number[] {
  const ends: number[] = []
  for (let position = 1; position < ys.length; position++)
    if ((ys[position] === null) !== (ys[position - 1] === null)) ends.push(position - 1, position)
  return ends
}
