import type { Env } from '@/lib/db/env'
import { isLoopback, plainName } from '@/lib/http/loopback'
import { Refusal } from './refusal'

/**
 * Refuses settings with which somebody would reach what is not meant for them: an address that others reach while nobody
 * has to sign in, and accounts in development, where Next listens itself and asks nobody.
 * @throws Refusal with a sentence that says what to set
 */
export function checkAccess({ AUTH, HOST }: Pick<Env, 'AUTH' | 'HOST'>, mode: 'start' | 'dev'): void {
  if (AUTH === 'off' && !isLoopback(plainName(HOST))) {
    throw new Refusal(
      `HOST=${HOST} lets others than this machine in while nobody has to sign in: set AUTH=accounts, so that readers sign in, or AUTH=public, so that everybody may read and nobody may change anything without a token.`,
    )
  }
  if (AUTH !== 'off' && mode === 'dev') {
    throw new Refusal('npm run dev asks nobody to sign in: leave AUTH unset, or use npm start.')
  }
}
