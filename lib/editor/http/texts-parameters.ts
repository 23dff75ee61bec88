import { z } from 'zod'
import { CONVENTIONS } from '@/lib/base/convention'
import { LOCALES } from '@/lib/base/locale'

/** Parameters of the address of a week's texts. */
const parameters = z.object({
  locale: z.enum(LOCALES).default('zh'),
  convention: z.enum(CONVENTIONS).default('arithmetic'),
  market: z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/)
    .optional(),
  /** Made up by an open page. */
  page: z
    .string()
    .regex(/^[a-z0-9]{1,32}$/)
    .optional(),
  /** The newest revision that a page knows. */
  revision: z.coerce.number().int().min(0).optional(),
})

/** Reads the parameters of the address; null when one is wrong. */
export function textsParameters(request: Request): z.output<typeof parameters> | null {
  return parameters.safeParse(Object.fromEntries(new URL(request.url).searchParams)).data ?? null
}
