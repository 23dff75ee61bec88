import { isCommonPassword } from './common-passwords'

export const PASSWORD_MIN = 12
export const PASSWORD_MAX = 128

/** Why a password cannot be used. */
export type PasswordFault = 'short' | 'long' | 'email' | 'common'

/** Returns why a password cannot be used; null when it can. Characters are counted as people count them. */
export async function passwordFault(password: string, email: string): Promise<PasswordFault | null> {
  const length = [...password].length
  if (length < PASSWORD_MIN) return 'short'
  if (length > PASSWORD_MAX) return 'long'
  const [lower, own] = [password.toLowerCase(), email.toLowerCase()]
  if (own !== '' && (lower.includes(own) || own.includes(lower))) return 'email'
  if (new Set(lower).size < 5) return 'common'
  return (await isCommonPassword(lower)) ? 'common' : null
}
