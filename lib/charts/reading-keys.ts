/** The values that keys move along, one for each day. */
interface DayValues {
  values: readonly (number | null)[]
  /** Index of the first day: 1 when the base of the line, the close before it, comes first. */
  firstDay: 0 | 1
}

/**
 * Returns the day that a key moves to: a day forward or back, with shift a week of five days, or either end. Skips days
 * without a value, and the base, which is not a day.
 * @param index of the current day.
 * @returns the index of the new day; null when the key does not move.
 */
export function dayAfterKey(
  { values, firstDay }: DayValues,
  index: number,
  key: string,
  isShifted: boolean,
): number | null {
  const stride = isShifted ? 5 : 1
  const target = { ArrowLeft: index - stride, ArrowRight: index + stride, Home: firstDay, End: values.length - 1 }[key]
  if (target === undefined) return null
  const towards = target < index || key === 'End' ? -1 : 1
  return (
    withValue({ values, firstDay }, target, towards) ??
    withValue({ values, firstDay }, Math.min(Math.max(target, firstDay), values.length - 1), -towards)
  )
}

/** Returns the first day with a value from `start` on, in one direction. */
function withValue({ values, firstDay }: DayValues, start: number, step: number): number | null {
  for (let index = start; index >= firstDay && index < values.length; index += step) {
    if (values[index] !== null) return index
  }
  return null
}
