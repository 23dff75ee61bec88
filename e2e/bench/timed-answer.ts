/** Returns the milliseconds until an answer is read whole. @throws Error for an answer that is no success */
export async function timedAnswer(address: string): Promise<number> {
  const start = performance.now()
  const response = await fetch(address)
  if (!response.ok) throw new Error(`${address} answered ${response.status}`)
  await response.arrayBuffer()
  return performance.now() - start
}
