import { z } from 'zod'
import { ROLES } from '../reader-types'

const CODES = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/

/** Codes, separated by commas or white space. */
export const codeList = z
  .string()
  .default('')
  .transform((text) => [...new Set(text.split(/[\s,，、]+/).filter((code) => code !== ''))])
  .refine((codes) => codes.every((code) => CODES.test(code)), 'expected codes separated by commas')

const emailAddress = z.string().trim().toLowerCase().pipe(z.email('expected an e-mail address').max(254))

/** Whom to invite, with what role, and for a client the codes of markets and series to see. */
export const invitationOrder = z.object({
  email: emailAddress,
  role: z.enum(ROLES, `expected ${ROLES.join(', ')}`),
  markets: codeList,
  series: codeList,
})
export type InvitationOrder = z.output<typeof invitationOrder>
