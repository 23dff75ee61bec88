import { z } from 'zod'
import type { BadParameter } from '@/lib/http/problem'
import { badRequest, repeated } from '@/lib/http/problem'
import { UNITS } from '@/lib/import/layout/unit'
import { ACCEPTABLE } from '@/lib/import/outcome/hold'
import { DECLARED } from '@/lib/import/parse/read-file'

/** The name of a file, without its folder. */
export const fileName = z.string().regex(/^[^/\\\p{Cc}]{1,200}$/u, 'must be the name of a file, without its folder')

/** Why files are loaded: one line of text. */
export const loadReason = z
  .string()
  .trim()
  .min(1)
  .max(1_000)
  .regex(/^\P{Cc}*$/u, 'must be one line of text')

/** The query parameters of `POST /api/v1/imports`. */
export const importParameters = z.strictObject({
  name: fileName
    .optional()
    .describe(
      'Name of the file, which the data version will show. The files of a form have their own names; one alone can have another.',
    ),
  as: z.enum(DECLARED).optional().describe('What the file holds, where its columns do not say it.'),
  unit: z.enum(UNITS).optional().describe('How returns are written: 1.09 or 0.0109.'),
  accept: z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(z.enum(ACCEPTABLE, `must be rules of findings, separated by commas: ${ACCEPTABLE.join(', ')}`)))
    .optional()
    .describe('Rules of findings that do not stop the load, separated by commas. The version records them.'),
  reason: loadReason
    .optional()
    .describe('Why the files are loaded, such as why findings are accepted; the version records it.'),
  strict: z.stringbool().default(false).describe('Warnings stop the load too.'),
  dryRun: z.stringbool().default(false).describe('Say what a load would do, and write nothing.'),
})

export type ImportParameters = z.output<typeof importParameters>

/** Parses the query parameters. Throws an ApiProblem that names each wrong or repeated one. */
export function readParameters(search: URLSearchParams): ImportParameters {
  const { data, error } = importParameters.safeParse(Object.fromEntries(search))
  const twice = repeated(search)
  if (data && twice.length === 0) return data
  throw badRequest([...(error?.issues ?? []).flatMap((issue) => faultsOf(issue, search)), ...twice])
}

function faultsOf(issue: z.core.$ZodIssue, search: URLSearchParams): BadParameter[] {
  const names = issue.code === 'unrecognized_keys' ? issue.keys : [issue.path.join('.')]
  return names.map((parameter) => {
    const value = search.get(parameter)
    return { parameter, value, message: `${parameter}: ${issue.message}.` }
  })
}
