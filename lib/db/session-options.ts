/**
 * How every session of ours reads and writes, as start-up options of a connection. Prisma takes a timestamp's digits for
 * UTC whatever the session's zone is, and a server may be set to print floats rounded or dates in another order.
 */
export const SESSION_OPTIONS = '-c TimeZone=UTC -c DateStyle=ISO,YMD -c extra_float_digits=1'
