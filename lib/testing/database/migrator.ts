/** The program of a process that brings a database up to date, for tests that kill it. */
import { applyMigrations } from '@/lib/db/migrations/apply-migrations'

const [, , url] = process.argv
if (!url) throw new Error('Expected the address of a database.')
process.send?.(await applyMigrations(url))
