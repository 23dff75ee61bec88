/** A point in a picture, in pixels, and the size of its name. */
export interface Labelled {
  x: number
  y: number
  widthPx: number
}

/** At a corner, the name begins (right) or ends (left) at the dot. */
export type Side = 'right' | 'left' | 'top' | 'bottom' | `${'top' | 'bottom'}-${'right' | 'left'}`

interface Box {
  left: number
  right: number
  top: number
  bottom: number
}

/**
 * Chooses the side of its point for each name, so that it touches no other name, no other point and no edge; null where
 * no side is free. Earlier points in `order` come first.
 * @param order indexes in `points` of those with a name
 * @param bounds area that contains all names
 */
export function placeLabels(points: readonly Labelled[], order: readonly number[], bounds: Box): (Side | null)[] {
  const sides: (Side | null)[] = points.map(() => null)
  const taken = points.map(({ x, y }) => around(x, y, CORE))
  for (const index of order) {
    const point = points[index]
    if (!point) continue
    const others = taken.filter((_, otherIndex) => otherIndex !== index)
    const side = SIDES.find((candidate) => isFree(boxOf(point, candidate), others, bounds))
    if (side === undefined) continue
    sides[index] = side
    taken.push(boxOf(point, side))
  }
  return sides
}

/** Returns ECharts' position for a name on this side of a dot of `dotPx`. */
export function labelPosition(side: Side, dotPx: number) {
  if (side === 'right' || side === 'left' || side === 'top' || side === 'bottom')
    return { position: side, distance: DISTANCE }
  const [vertical, horizontal] = [
    side.startsWith('top') ? 'bottom' : 'top',
    side.endsWith('left') ? 'right' : 'left',
  ] as const
  const y = vertical === 'bottom' ? -DISTANCE : dotPx + DISTANCE
  return { position: [horizontal === 'right' ? dotPx : 0, y], align: horizontal, verticalAlign: vertical }
}

/** Distance from a point's centre to the edge of its dot; `DISTANCE` is from there to its name. */
const DOT = 5
const DISTANCE = 3
const HALF_LINE = 7
/** Radius of the part of a dot that no name may touch; a name may touch its edge. */
const CORE = 3

const SIDES: Side[] = ['right', 'left', 'top', 'bottom', 'top-left', 'bottom-left', 'top-right', 'bottom-right']

function isFree(box: Box, taken: Box[], bounds: Box): boolean {
  const isInside =
    box.left >= bounds.left && box.right <= bounds.right && box.top >= bounds.top && box.bottom <= bounds.bottom
  return isInside && taken.every((other) => !touch(box, other))
}

function boxOf({ x, y, widthPx }: Labelled, side: Side): Box {
  const reach = DOT + DISTANCE
  if (side === 'right')
    return { left: x + reach, right: x + reach + widthPx, top: y - HALF_LINE, bottom: y + HALF_LINE }
  if (side === 'left') return { left: x - reach - widthPx, right: x - reach, top: y - HALF_LINE, bottom: y + HALF_LINE }
  const middle = side.startsWith('top') ? y - reach - HALF_LINE : y + reach + HALF_LINE
  const left = side.endsWith('left') ? x + DOT - widthPx : side.endsWith('right') ? x - DOT : x - widthPx / 2
  return { left, right: left + widthPx, top: middle - HALF_LINE, bottom: middle + HALF_LINE }
}

function around(x: number, y: number, reach: number): Box {
  return { left: x - reach, right: x + reach, top: y - reach, bottom: y + reach }
}

function touch(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}
