/** Returns whether a text is part of a name or the code of a series, in upper or lower case; spaces at its ends do not count. */
export function hasText(series: { name: string; shortName: string; code: string }, text: string): boolean {
  const wanted = text.trim().toLowerCase()
  return [series.name, series.shortName, series.code].some((name) => name.toLowerCase().includes(wanted))
}
