/** Returns the value at an index that must exist. Throws a RangeError for a missing one, a mistake of the generator. */
export function at<Value>(values: readonly Value[], index: number): Value {
  const value = values[index]
  if (value === undefined) throw new RangeError(`No value at ${index} of ${values.length}`)
  return value
}
