/** A point of a line: x in decimal years, ascending; y in the unit of its axis. */
export type Point = readonly [x: number, y: number]

/**
 * Thins a line to `limit` points that keep its shape: largest triangle three buckets.
 * First and last point stay. A line of at most `limit` points comes back as it is.
 * @param limit at least 3.
 * @see Sveinn Steinarsson, Downsampling Time Series for Visual Representation, 2013, section 4.2
 */
export function lttb(points: readonly Point[], limit: number): readonly Point[] {
  const [first, last] = [points[0], points.at(-1)]
  if (points.length <= limit || first === undefined || last === undefined) return points
  const bucketSize = (points.length - 2) / (limit - 2)
  const bucket = (index: number) =>
    points.slice(Math.floor(index * bucketSize) + 1, Math.floor((index + 1) * bucketSize) + 1)
  const kept: Point[] = [first]
  let previous = first
  for (let index = 0; index < limit - 2; index++) {
    const next = index === limit - 3 ? last : mean(bucket(index + 1))
    previous = furthest(bucket(index), previous, next)
    kept.push(previous)
  }
  return [...kept, last]
}

/** The point of the bucket that spans the largest triangle with the one kept before and the mean of the next bucket. */
function furthest(bucket: readonly Point[], [ax, ay]: Point, [cx, cy]: Point): Point {
  const area = ([bx, by]: Point) => Math.abs((ax - cx) * (by - ay) - (ax - bx) * (cy - ay))
  return bucket.reduce((best, point) => (area(point) > area(best) ? point : best))
}

function mean(points: readonly Point[]): Point {
  const sum = points.reduce<Point>(([x, y], point) => [x + point[0], y + point[1]], [0, 0])
  return [sum[0] / points.length, sum[1] / points.length]
}
