import type { LineRows } from '@/lib/report/figure'

/**
 * Where a key leads a reader who stands on a day of a line: a day on or back, with shift a week of five days, or to
 * either end. Days without a value are passed over.
 * @param index of the day now.
 * @returns the index of the new day; null when the key leads nowhere.
 */
export function dayAfterKey({ values }: LineRows, index: number, key: string, isShifted: boolean): number | null {
  const stride = isShifted ? 5 : 1
  const target = { ArrowLeft: index - stride, ArrowRight: index + stride, Home: 0, End: values.length - 1 }[key]
  if (target === undefined) return null
  const towards = target < index || key === 'End' ? -1 : 1
  return (
    withValue(values, target, towards) ?? withValue(values, Math.min(Math.max(target, 0), values.length - 1), -towards)
  )
}

/** The first day with a value from `start` on, in one direction. */
function withValue(values: LineRows['values'], start: number, step: number): number | null {
  for (let index = start; index >= 0 && index < values.length; index += step) {
    if (values[index] !== null) return index
  }
  return null
}
