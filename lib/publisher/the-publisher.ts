import { readEnv } from '@/lib/db/env'
import type { Publisher } from './publisher'
import { readPublisher } from './read-publisher'

let known: Publisher | null = null

/** Returns the publisher of this process, read once: a change needs a restart, since pages are cached. */
export function thePublisher(): Publisher {
  known ??= readPublisher(readEnv(process.env).PUBLISHER_FILE ?? null)
  return known
}
