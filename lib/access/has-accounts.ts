import { readEnv } from '@/lib/db/env'

/** Returns whether people sign in here. It is a setting, so a page that says so is the same for all of its readers. */
export function hasAccounts(): boolean {
  return readEnv(process.env).AUTH !== 'off'
}
