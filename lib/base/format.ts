/** Formats figures. Only this module turns decimal fractions into percent. */

const MINUS = '−'
export const DASH = '—'

export type Sign = 'up' | 'down' | 'flat' | 'none'

/**
 * Formats a return as a percent figure without the % sign: "+0.09", "−1.83", "+1,234.50", "0.00", "—".
 * Rounds half away from zero; the sign is that of the rounded figure, so a rounded zero has none.
 * @param value decimal fraction (0.0109 is 1.09 %); null when there is none
 */
export function formatPercent(value: number | null, decimals = 2): string {
  return value === null ? DASH : signed(value * 100, decimals)
}

/**
 * Formats a return in running text: "+0.09%", "−1.83%", "0.00%", "—".
 * @param value decimal fraction; null when there is none
 */
export function formatPercentInText(value: number | null): string {
  return value === null ? DASH : `${formatPercent(value)}%`
}

/** Formats the size of a return in running text whose words give the direction: −0.007 → "0.70%". */
export function formatPercentSize(value: number | null): string {
  return value === null ? DASH : `${grouped(roundHalfAway(Math.abs(value) * 100, 2).toFixed(2))}%`
}

/** Rounds a share to a whole percentage: 0 only for exactly none, 100 only for exactly all. @param share from 0 to 1 */
export function wholePercent(share: number): number {
  if (share === 0 || share === 1) return share * 100
  return Math.min(Math.max(Math.round(share * 100), 1), 99)
}

/** Formats a dimensionless figure with its sign: "+0.93", "−0.59". */
export function formatSigned(value: number | null, decimals = 2): string {
  return value === null ? DASH : signed(value, decimals)
}

/** Formats a NAV or a ratio of two, unsigned: "1.97", "764,486.12". */
export function formatRatio(value: number | null, decimals = 2): string {
  return value === null ? DASH : grouped(roundHalfAway(value, decimals).toFixed(decimals)).replace('-', MINUS)
}

/** Formats a count: "36,372". */
export function formatCount(count: number): string {
  return grouped(String(count))
}

/** Writes a comma between the thousands of a decimal number. */
function grouped(digits: string): string {
  const [whole = '', ...fraction] = digits.split('.')
  return [whole.replace(/\B(?=(\d{3})+$)/g, ','), ...fraction].join('.')
}

/** Formats a win rate as desks quote it, wins of periods: "6/8"; without a period a dash. */
export function formatWinRate({ wins, periods }: { wins: number; periods: number }): string {
  return periods === 0 ? DASH : `${wins}/${periods}`
}

/**
 * Formats a limit of the catalogue in running text, in percent, with as few digits as are exact: 0.3 → "30%",
 * 0.005 → "0.5%".
 */
export function formatLimit(value: number): string {
  return `${roundHalfAway(value * 100, 6)}%`
}

/** Formats a cost in running text, as desks quote it: 30 basis points → "3‰". */
export function formatPerMille(basisPoints: number): string {
  return `${roundHalfAway(basisPoints / 10, 6)}‰`
}

/** Formats bounds of an exposure in standard deviations: "±0.2", or "[−0.1, 0.3]" when they are not symmetric. */
export function formatBounds(min: number, max: number): string {
  if (min === -max) return `±${max}`
  return `[${String(min).replace('-', MINUS)}, ${String(max).replace('-', MINUS)}]`
}

/**
 * Returns whether the figure printed by `formatPercent` is a gain, a loss, flat or absent. All code uses this function.
 */
export function signOf(value: number | null, decimals = 2): Sign {
  if (value === null) return 'none'
  // A size of one printed unit or more never rounds to zero.
  if (Math.abs(value) >= 10 ** -(decimals + 2)) return value > 0 ? 'up' : 'down'
  const rounded = roundHalfAway(value * 100, decimals)
  if (rounded > 0) return 'up'
  return rounded < 0 ? 'down' : 'flat'
}

/**
 * Rounds half away from zero: 0.125 → 0.13, −0.125 → −0.13, 1.005 → 1.01.
 * Rounds the intended decimal, not its nearest float: 1.005 is stored as 1.00499…, so noise from the 12th significant
 * digit on is removed first. Never returns −0.
 * @throws RangeError when the value is not finite: a missing number is null, never NaN.
 */
export function roundHalfAway(value: number, decimals: number): number {
  if (!Number.isFinite(value)) throw new RangeError(`cannot round ${value}: a missing number is null`)
  const scale = 10 ** decimals
  const magnitude = Math.round(Number((Math.abs(value) * scale).toPrecision(12))) / scale
  return value < 0 && magnitude > 0 ? -magnitude : magnitude
}

function signed(value: number, decimals: number): string {
  const rounded = roundHalfAway(value, decimals)
  const digits = grouped(Math.abs(rounded).toFixed(decimals))
  if (rounded === 0) return digits
  return rounded > 0 ? `+${digits}` : `${MINUS}${digits}`
}
