/** Options of a pool of misbehaving-worker.ts. */
export const MISBEHAVING_POOL = {
  program: 'testing/misbehaving-worker',
  size: 2,
  maxWaiting: 3,
  timeoutMs: 20_000,
  heapMb: 128,
  memoryMb: 400,
  resultMb: 1,
  tasksPerProcess: 100,
  wornMb: 1_000,
  idleMs: 60_000,
}
