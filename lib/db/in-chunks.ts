/** Series that one statement reads. Other requests are answered between two statements; two run at a time. */
const CHUNK = 200
const AT_A_TIME = 2

/**
 * Reads something of many series, some of them with each statement, and returns it in their order.
 * @param read reads a chunk; it gives one or more results for each series, or none
 * @param size number of series in a chunk
 */
export async function inChunks<Series, Result>(
  series: readonly Series[],
  read: (chunk: readonly Series[]) => Promise<readonly Result[]>,
  size = CHUNK,
): Promise<Result[]> {
  const results: (readonly Result[])[] = []
  const chunks = Array.from({ length: Math.ceil(series.length / size) }, (_, chunk) => chunk)
  const readNext = async () => {
    for (let chunk = chunks.shift(); chunk !== undefined; chunk = chunks.shift()) {
      results[chunk] = await read(series.slice(chunk * size, (chunk + 1) * size))
    }
  }
  await Promise.all(Array.from({ length: AT_A_TIME }, readNext))
  return results.flat()
}
