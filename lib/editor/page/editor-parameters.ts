import { z } from 'zod'

/** Parameters of the page that edits texts. A wrong one is as if it were not there. */
export const editorParameters = z.object({
  /** Name of kept texts that could not be saved. */
  kept: z.string().optional().catch(undefined),
  /** The revision to look at. */
  revision: z.coerce.number().int().min(1).optional().catch(undefined),
  done: z.literal('saved').optional().catch(undefined),
})
