/** A setting of our own, by which a session shows that the start-up options have come as far as the server. */
export const MARK = 'factor_weekly.session'

/**
 * Start-up options of every connection. Prisma reads the digits of a timestamp as UTC in any session zone, and a server
 * may be configured to round floats or to print dates in another order. A pooler may drop them: then it must set the same,
 * as lib/boot/operation/machines.md says, and the start checks it.
 */
export const SESSION_OPTIONS = `-c TimeZone=UTC -c DateStyle=ISO,YMD -c extra_float_digits=1 -c ${MARK}=direct`
