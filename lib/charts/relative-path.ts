/**
 * Rewrites a polyline, "M10 20L11.04 20.5…", with steps from point to point in tenths of a pixel: "M10 20l1 .5…". This
 * halves a line of hundreds of points. Leaves out points equal to the one before. Errors do not add up: each step
 * starts at the rounded end of the one before. Any other path only has its numbers rounded.
 */
export function relativePath(path: string): string {
  if (!POLYLINE.test(path)) return path.replace(/-?\d*\.\d+/g, (digits) => formatTenths(tenths(digits)))
  let [x, y] = [0, 0]
  let steps = ''
  for (const [, command, toX = '', toY = ''] of path.matchAll(POINT)) {
    const [nextX, nextY] = [tenths(toX), tenths(toY)]
    if (command === 'M') steps += `M${pair(nextX, nextY)}`
    else if (nextX !== x || nextY !== y) steps += `l${pair(nextX - x, nextY - y)}`
    ;[x, y] = [nextX, nextY]
  }
  return steps
}

const POINT = /([ML])(-?[\d.]+) (-?[\d.]+)/g
const POLYLINE = /^(?:[ML]-?[\d.]+ -?[\d.]+)+$/

function tenths(digits: string): number {
  return Math.round(Number(digits) * 10)
}

function pair(x: number, y: number): string {
  return `${formatTenths(x)}${y < 0 ? '' : ' '}${formatTenths(y)}`
}

/** Formats a number of tenths: 5 → ".5", −12 → "-1.2", 20 → "2". */
function formatTenths(count: number): string {
  if (count === 0 || Math.abs(count) >= 10) return String(count / 10)
  return count < 0 ? `-.${-count}` : `.${count}`
}
