import type { Scale } from './frame'

/** Round steps of a ratio: 0.9, 1, 1.1. */
export function linearScale(low: number, high: number, heightPx: number): Scale {
  const span = Math.max(0.02, high - low)
  const [bottom, top] = [low - 0.07 * span, high + 0.07 * span]
  const most = Math.max(2, Math.min(6, Math.floor(heightPx / 40)))
  const power = 10 ** Math.floor(Math.log10(span / most))
  const step = [1, 2, 5, 10].map((digit) => digit * power).find((size) => (top - bottom) / size <= most) ?? 10 * power
  const first = Math.ceil(bottom / step)
  const count = Math.floor(top / step) - first + 1
  const ticks = Array.from({ length: count }, (_, index) => Number(((first + index) * step).toPrecision(6)))
  return { low: bottom, high: top, ticks: ticks.map((at) => ({ at, label: String(at).replace('-', '−') })) }
}
