/** The values that keys move along: one for each day, the base first. */
interface DayValues {
  values: readonly (number | null)[]
}

/**
 * Returns the day that a key moves to: a day forward or back, with shift a week of five days, or either end. Skips days
 * without a value; the base, at 0, is not a day.
 * @param index of the current day.
 * @returns the index of the new day; null when the key does not move.
 */
export function dayAfterKey({ values }: DayValues, index: number, key: string, isShifted: boolean): number | null {
  const stride = isShifted ? 5 : 1
  const target = { ArrowLeft: index - stride, ArrowRight: index + stride, Home: FIRST_DAY, End: values.length - 1 }[key]
  if (target === undefined) return null
  const towards = target < index || key === 'End' ? -1 : 1
  return (
    withValue(values, target, towards) ??
    withValue(values, Math.min(Math.max(target, FIRST_DAY), values.length - 1), -towards)
  )
}

/** The base has index 0: the close before the line begins. */
const FIRST_DAY = 1

/** Returns the first day with a value from `start` on, in one direction. */
function withValue(values: DayValues['values'], start: number, step: number): number | null {
  for (let index = start; index >= FIRST_DAY && index < values.length; index += step) {
    if (values[index] !== null) return index
  }
  return null
}
