/** Days up to which a picture shows all, however narrow it is. */
const FEW_DAYS = 10

/**
 * Returns the positions of the days that a picture of a line shows, about one a pixel: of each bucket of adjacent days the
 * one with the largest triangle to the day before the bucket and the mean of the next bucket, which keeps the shape of the
 * line and its peaks. The first and last day, and a gap in a bucket, stay.
 * @param ys values in the unit of the axis; null is a gap
 * @param plotPx width of the plot, px
 * @see S. Steinarsson, Downsampling Time Series for Visual Representation (2013), 4.2, as ECharts has it for its own lines
 */
export function sampledDays(ys: readonly (number | null)[], plotPx: number): number[] {
  const size = Math.round(ys.length / plotPx)
  if (ys.length <= FEW_DAYS || size <= 1) return [...ys.keys()]
  const last = ys.length - 1
  const kept = [0]
  let before = ys[0] ?? null
  for (let from = 1; from < last; from += size) {
    const bucket = { from, to: Math.min(from + size, ys.length) }
    const gap = gapIn(ys, bucket)
    const day = outermostDay(ys, bucket, before, meanOf(ys, Math.min(from + size, last), from + 2 * size))
    if (day === null) kept.push(from)
    else if (gap === null) kept.push(day)
    else kept.push(Math.min(gap, day), Math.max(gap, day))
    before = ys[kept[kept.length - 1] as number] ?? null
  }
  return kept.at(-1) === last ? kept : [...kept, last]
}

interface Bucket {
  from: number
  /** The position after its last day. */
  to: number
}

/** Returns the first day of a bucket without a value; null when each day has one. */
function gapIn(ys: readonly (number | null)[], { from, to }: Bucket): number | null {
  for (let day = from; day < to; day++) if (ys[day] === null) return day
  return null
}

interface Mean {
  x: number
  y: number
}

/** Returns the middle of some days and the mean of their known values; null when none is known. */
function meanOf(ys: readonly (number | null)[], from: number, end: number): Mean | null {
  const to = Math.min(end, ys.length)
  let [sum, known] = [0, 0]
  for (let day = from; day < to; day++) {
    const y = ys[day] ?? null
    if (y === null) continue
    sum += y
    known += 1
  }
  return known === 0 ? null : { x: (from + to) / 2, y: sum / known }
}

/**
 * Returns the day of a bucket whose triangle is the largest, or its first with a value beside a gap; null when it has none.
 * @param before the value of the day that was kept before
 */
function outermostDay(
  ys: readonly (number | null)[],
  { from, to }: Bucket,
  before: number | null,
  next: Mean | null,
): number | null {
  let largest = -1
  let found: number | null = null
  for (let day = from; day < to; day++) {
    const y = ys[day] ?? null
    if (y === null) continue
    const area =
      before === null || next === null
        ? 0
        : Math.abs((from - 1 - next.x) * (y - before) - (from - 1 - day) * (next.y - before))
    if (area > largest) [largest, found] = [area, day]
  }
  return found
}
