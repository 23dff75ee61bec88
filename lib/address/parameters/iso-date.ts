import { z } from 'zod'
import { isIsoDate } from '@/lib/base/dates'

/** A calendar date that exists: "2024-02-29". */
export const isoDate = z.string().refine(isIsoDate, 'not a date')
