import type { z } from 'zod'
import { UsageError } from './exit-code'

/**
 * Parses the options of a command that changes the store, as its HTTP form parses its body. Throws a UsageError that
 * names each wrong option.
 * @param faultOf returns why a well-formed order cannot be carried out; null when it can
 */
export function parseOrder<Order>(
  schema: z.ZodType<Order>,
  options: unknown,
  faultOf: (order: Order) => string | null,
): Order {
  const { data, error } = schema.safeParse(options)
  if (error) throw new UsageError(error.issues.map(({ path, message }) => `--${path.join('.')}: ${message}`).join('\n'))
  const fault = faultOf(data)
  if (fault !== null) throw new UsageError(`${fault} See --help.`)
  return data
}
