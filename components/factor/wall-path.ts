import { pathWith } from '@/lib/parameters/packed'
import type { WallQuestion } from '@/lib/parameters/wall-parameters'

/** The wall with what is asked of it, and `change` of that; undefined asks nothing. */
export function wallPath(path: string, question: WallQuestion, change: WallQuestion = {}): string {
  return pathWith(path, { ...question, ...change })
}
