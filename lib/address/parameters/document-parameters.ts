import { z } from 'zod'
import { PAPERS } from '@/lib/base/paper'

/** Parameters of the address of a document. A view has the paper itself, for those whose address names none. */
export const documentParameters = z.object({ paper: z.enum(PAPERS).optional() })
