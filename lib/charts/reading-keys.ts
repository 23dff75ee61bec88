/** What a key walks along: a value a day, the base first. */
interface Walk {
  values: readonly (number | null)[]
}

/**
 * Where a key leads a reader who stands on a day of a line: a day on or back, with shift a week of five days, or to
 * either end. Days without a value are passed over; the base, at 0, is no day.
 * @param index of the day now.
 * @returns the index of the new day; null when the key leads nowhere.
 */
export function dayAfterKey({ values }: Walk, index: number, key: string, isShifted: boolean): number | null {
  const stride = isShifted ? 5 : 1
  const target = { ArrowLeft: index - stride, ArrowRight: index + stride, Home: FIRST_DAY, End: values.length - 1 }[key]
  if (target === undefined) return null
  const towards = target < index || key === 'End' ? -1 : 1
  return (
    withValue(values, target, towards) ??
    withValue(values, Math.min(Math.max(target, FIRST_DAY), values.length - 1), -towards)
  )
}

/** Before it stands the base: the close before the line begins. */
const FIRST_DAY = 1

/** The first day with a value from `start` on, in one direction. */
function withValue(values: Walk['values'], start: number, step: number): number | null {
  for (let index = start; index >= FIRST_DAY && index < values.length; index += step) {
    if (values[index] !== null) return index
  }
  return null
}
