import { readEnv } from '@/lib/db/env'

/** Returns whether people sign in here. It is a setting, so a page that says so is the same for all of its readers. */
export function hasAccounts(): boolean {
  return readEnv(process.env).AUTH !== 'off'
}

/** Returns whether everybody reads what is published, without signing in. It is a setting too. */
export function isOpenToAll(): boolean {
  return readEnv(process.env).AUTH === 'public'
}
